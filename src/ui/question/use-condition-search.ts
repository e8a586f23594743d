import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from 'react';
import { startDrawing } from '../../state/drawing-actions.ts';
import { useAct } from '../app-context.tsx';
import { useBuilder } from './builder-context.ts';
import type { ConditionPath } from './condition-path.ts';
import { shapePurpose } from './drawn-shape.ts';
import { addCondition } from './edit-condition.ts';
import { findSuggestions, type Suggestion } from './suggestion.ts';
import { useSuggestions } from './use-suggestions.ts';

interface ConditionSearchOptions {
  path: ConditionPath;
  end: ConditionPath;
  onClose: (() => void) | undefined;
  onAdded: (() => void) | undefined;
}

/** What is typed in the field that adds a condition, what it finds, and what the keys do, as the ARIA combobox pattern has it. */
export function useConditionSearch({ path, end, onClose, onAdded }: ConditionSearchOptions) {
  const { edit } = useBuilder();
  const act = useAct();
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const all = useSuggestions(isOpen);
  const found = useMemo(() => findSuggestions(all, text), [all, text]);
  const flat = useMemo(() => found.lists.flatMap(({ suggestions }) => suggestions), [found]);

  const type = (next: string) => {
    setText(next);
    setActive(next.trim() === '' ? -1 : 0);
    setOpen(true);
  };
  const latest = useRef({ edit, path, end, onAdded });
  latest.current = { edit, path, end, onAdded };
  const choose = useCallback(
    ({ action }: Suggestion) => {
      const { path: owner, end: place, ...then } = latest.current;
      setText('');
      setActive(-1);
      setOpen(false);
      then.edit((question) => addCondition(question, owner, action.condition), {
        focus: { path: place, on: 'body' },
      });
      if (action.kind === 'draw') {
        act((state) => startDrawing(state, action.shape, shapePurpose(place)));
      }
      then.onAdded?.();
    },
    [act],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const next = keyToIndex(event.key, active, flat.length);
    const chosen = flat[active];
    if (next !== null) {
      setOpen(true);
      setActive(next);
    } else if (event.key === 'Enter' && isOpen && chosen) choose(chosen);
    else if (event.key === 'Escape' && isOpen && text === '' && onClose) onClose();
    else if (event.key === 'Escape' && isOpen) setOpen(false);
    else if (event.key === 'Escape' && text !== '') type('');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return {
    text,
    isOpen,
    active,
    found,
    flat,
    type,
    choose,
    onKeyDown,
    open: (field: HTMLElement) => {
      setOpen(true);
      field.scrollIntoView({ block: 'start' });
    },
    close: () => setOpen(false),
  };
}

/** Index that a key leads to in a list of `count`, round and round; null for a key that moves nothing. */
function keyToIndex(key: string, index: number, count: number): number | null {
  if (count === 0) return null;
  if (key === 'ArrowDown') return index + 1 >= count ? 0 : index + 1;
  if (key === 'ArrowUp') return index <= 0 ? count - 1 : index - 1;
  return null;
}
