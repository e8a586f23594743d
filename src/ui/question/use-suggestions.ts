import { useEffect, useMemo, useState } from 'react';
import type { Layer } from '../../domain/layer.ts';
import type { Scalar } from '../../domain/question.ts';
import { fillAsk } from '../../sql/fill-ask.ts';
import type { AppState } from '../../state/app-state.ts';
import { untilIdle } from '../../state/until-idle.ts';
import { useAppState, useEffects } from '../app-context.tsx';
import { builder } from '../strings/builder.ts';
import { useBuilder, useTarget } from './builder-context.ts';
import { isSmallLayer } from './first-conditions.ts';
import { suggestOwn } from './suggest-conditions.ts';
import { type NamedQuestion, suggestRelations, suggestResults } from './suggest-relations.ts';
import type { Suggestion } from './suggestion.ts';

/**
 * The conditions that fit the layer they are to be on. They are many: they are made while the page has nothing else to do, or once
 * their list was open; what has to be read for them is read then.
 */
export function useSuggestions(isOpen: boolean): Suggestion[] {
  const { catalogue } = useBuilder();
  const target = useTarget();
  const communes = useAppState((state) => state.communes);
  const drawn = useAppState((state) => state.drawn);
  const [wasOpened, setOpened] = useState(isOpen);
  if (isOpen && !wasOpened) setOpened(true);
  const isIdle = useIdle();
  const isMade = wasOpened || isIdle;
  const questions = useNamedQuestions(wasOpened);
  const values = useSmallValues(target, wasOpened);
  const own = useMemo(
    () => (isMade ? suggestOwn({ target, catalogue, communes: communes ?? [], values }) : []),
    [isMade, target, catalogue, communes, values],
  );
  const relations = useMemo(
    () => (isMade ? suggestRelations({ target, catalogue, drawn }) : []),
    [isMade, target, catalogue, drawn],
  );
  const results = useMemo(
    () => (isMade ? suggestResults(questions, { target, catalogue }) : []),
    [isMade, target, catalogue, questions],
  );
  return useMemo(() => [...own, ...relations, ...results], [own, relations, results]);
}

/** Whether the page has once had nothing to do since the component was drawn. */
function useIdle(): boolean {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => {
    void untilIdle().then(() => setIdle(true));
  }, []);
  return isIdle;
}

/** The last question asked, those that the reader keeps, and those of the territory that are in the model of questions. */
function useNamedQuestions(isWanted: boolean): NamedQuestion[] {
  const asked = useAppState((state) => state.asked);
  const library = useAppState((state) => state.library);
  const kept = useAppState((state) => state.shelf.kept);
  const { readLibrary } = useEffects();
  useEffect(() => {
    if (isWanted) void readLibrary();
  }, [isWanted, readLibrary]);
  return useMemo(
    () => [
      ...(asked ? [{ name: builder.lastAsked, question: asked }] : []),
      ...(kept ?? []).map(({ name, question }) => ({ name, question })),
      ...questionsOf(library),
    ],
    [asked, kept, library],
  );
}

function questionsOf(status: AppState['library']): NamedQuestion[] {
  if (status.kind !== 'ready') return [];
  return status.library.questions.flatMap((saved) => {
    if (!('question' in saved.ask)) return [];
    const ask = fillAsk(saved);
    return 'question' in ask ? [{ name: saved.sentence, question: ask.question }] : [];
  });
}

/** The values of the fields of a small layer that have few, read when they are first wanted, one field after the other. */
function useSmallValues(target: Layer, isWanted: boolean): Record<string, Scalar[]> {
  const { fieldValues } = useEffects();
  const [read, setRead] = useState<{ layer: string; values: Record<string, Scalar[]> }>(NONE);
  const isDone = read.layer === target.id;
  useEffect(() => {
    if (!isWanted || isDone || !isSmallLayer(target)) return;
    let isGone = false;
    const readAll = async () => {
      const values: Record<string, Scalar[]> = {};
      for (const { name, type, codes } of target.fields) {
        if (isGone) return;
        if (type !== 'text' || codes || name === target.key) continue;
        const found = await fieldValues(target.id, name);
        if (found.length > FEW_VALUES) continue;
        values[name] = found.flatMap(({ value }) => (value === null ? [] : [value]));
      }
      if (!isGone) setRead({ layer: target.id, values });
    };
    // A layer whose values cannot be read says so where it is used; its fields are suggested all the same.
    readAll().catch(() => !isGone && setRead({ layer: target.id, values: {} }));
    return () => {
      isGone = true;
    };
  }, [isWanted, isDone, target, fieldValues]);
  return isDone ? read.values : NONE.values;
}

const NONE = { layer: '', values: {} };

/** Values of a field up to which each is suggested. */
const FEW_VALUES = 60;
