import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { Layer } from '../../domain/layer.ts';
import type { Question } from '../../domain/question.ts';
import { endDraftStep, writeDraft } from '../../state/draft-history.ts';
import { useAct, useAppState, useEffects } from '../app-context.tsx';
import type { Builder } from './builder-context.ts';
import { withCommuneNames } from './commune-fields.ts';
import type { Group } from './condition-path.ts';
import { useDrawnShape } from './drawn-shape.ts';
import { withRootGroup } from './edit-condition.ts';
import { SEARCH_SELECTOR, useFormFocus } from './use-form-focus.ts';

/** The question being written, and all that the form needs to change it. */
export interface QuestionBuilder {
  /** Its root is a group. */
  question: Question & { where: Group };
  /** The layer that it is about; where the catalogue has it no longer, the first that a question can be about. */
  target: Layer;
  builder: Builder;
  form: RefObject<HTMLDivElement | null>;
  /** The last change, for those who do not see it. */
  said: string;
  /** Tells of a change that was made elsewhere, and finds the focus a place when that took its own away. */
  say: (said: string) => void;
}

/** The question being written; nothing written yet is one about `first` without conditions. */
export function useQuestionBuilder(catalogue: Catalogue, first: Layer): QuestionBuilder {
  const draft = useAppState((state) => state.draft);
  const communes = useAppState((state) => state.communes);
  const { readCommunes } = useEffects();
  const act = useAct();
  const [said, setSaid] = useState('');
  const form = useRef<HTMLDivElement>(null);
  const named = useMemo(() => withCommuneNames(catalogue, communes), [catalogue, communes]);
  const question = useMemo(() => questionOf(draft, first.id), [draft, first.id]);
  const wish = useFormFocus(form, question);
  useEffect(() => void readCommunes(), [readCommunes]);
  const builder = useMemo<Builder>(
    () => ({
      catalogue: named,
      edit(change, options = {}) {
        act((state) => {
          const next = change(questionOf(state.draft, first.id));
          return writeDraft(state, next, options.step ?? null);
        });
        wish.current = options.focus ?? null;
        if (options.say) setSaid(options.say);
      },
      endStep: () => act(endDraftStep),
    }),
    [named, act, first.id, wish],
  );
  useDrawnShape(builder.edit);
  const say = useCallback((text: string) => {
    setSaid(text);
    requestAnimationFrame(() => {
      const { activeElement, body } = document;
      const isLost =
        activeElement === body || (activeElement as HTMLButtonElement | null)?.disabled;
      if (isLost) form.current?.querySelector<HTMLElement>(SEARCH_SELECTOR)?.focus();
    });
  }, []);
  const target = named.layers.find(({ id }) => id === question.target) ?? first;
  return { question, target, builder, form, said, say };
}

function questionOf(draft: Question | null, first: string): Question & { where: Group } {
  return withRootGroup(draft ?? { target: first, where: { kind: 'and', conditions: [] } });
}
