import { Ellipsis } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useAppState } from '../app-context.tsx';
import { builder as words } from '../strings/builder.ts';
import { useBuilder } from './builder-context.ts';
import type { ConditionPath } from './condition-path.ts';
import { duplicateCondition, withRootGroup, wrapCondition } from './edit-condition.ts';
import { movesOf } from './move-condition.ts';
import { useMove } from './use-row-keys.ts';

/** The button that opens what can be done with a condition: move, duplicate, put in a group. */
export function ConditionMenu({ path }: { path: ConditionPath }) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <span className="menu">
      <button
        ref={button}
        type="button"
        className="icon-button menu-button"
        aria-label={words.menu.label}
        title={words.menu.label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <Ellipsis size={16} aria-hidden="true" />
      </button>
      {isOpen && <MenuItems id={id} path={path} onClose={close} />}
    </span>
  );
}

interface MenuItemsProps {
  id: string;
  path: ConditionPath;
  onClose: () => void;
}

function MenuItems({ id, path, onClose }: MenuItemsProps) {
  const list = useRef<HTMLDivElement>(null);
  const items = useItems(path);
  useEffect(() => {
    list.current?.querySelector('button')?.focus({ preventScroll: true });
    list.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key !== 'Escape' && event.key !== 'Tab' && !step) return;
    event.stopPropagation();
    if (event.key !== 'Tab') event.preventDefault();
    if (step) moveFocus(list.current, step);
    else onClose();
  };
  const onBlur = (event: { relatedTarget: EventTarget | null }) => {
    if (!list.current?.parentElement?.contains(event.relatedTarget as Node | null)) onClose();
  };
  return (
    <div
      id={id}
      className="menu-list"
      role="menu"
      aria-label={words.menu.label}
      ref={list}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
    >
      {items.map(({ label, act }) => (
        <button
          key={label}
          type="button"
          role="menuitem"
          className="choice"
          tabIndex={-1}
          onClick={() => {
            onClose();
            act();
          }}
        >
          {label}
        </button>
      ))}
    </div>
  );
}

function useItems(path: ConditionPath): { label: string; act: () => void }[] {
  const { edit } = useBuilder();
  const draft = useAppState((state) => state.draft);
  const move = useMove(path);
  const moves = draft ? movesOf(withRootGroup(draft), path) : [];
  const next = path.replace(/\d+$/, (index) => String(Number(index) + 1));
  return [
    ...moves.map((kind) => ({ label: words.menu.moves[kind], act: () => move(kind) })),
    {
      label: words.menu.duplicate,
      act: () =>
        edit((question) => duplicateCondition(question, path), {
          focus: { path: next, on: 'menu' },
          say: words.menu.duplicated,
        }),
    },
    {
      label: words.menu.group,
      act: () =>
        edit((question) => wrapCondition(question, path, 'or'), {
          focus: { path, on: 'menu' },
          say: words.menu.moved.in,
        }),
    },
  ];
}

function moveFocus(list: HTMLElement | null, step: number): void {
  const items = [...(list?.querySelectorAll<HTMLElement>('button') ?? [])];
  const index = items.indexOf(document.activeElement as HTMLElement);
  items[(index + step + items.length) % items.length]?.focus();
}
