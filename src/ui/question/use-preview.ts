import { useEffect, useMemo, useState } from 'react';
import { isAbort } from '../../domain/errors.ts';
import type { Preview } from '../../domain/preview.ts';
import type { Question } from '../../domain/question.ts';
import { type Countable, countablePart } from '../../state/draft-gaps.ts';
import { useEffects } from '../app-context.tsx';
import type { ConditionPath } from './condition-path.ts';

/** What the question being written would find, as far as it is known. */
export interface LivePreview {
  /** The last figures; of a question before this one while `isCounting`. */
  preview: Preview | null;
  isCounting: boolean;
  hasFailed: boolean;
  /** Paths, in the question being written, of the conditions without which there would be a result. */
  emptying: ConditionPath[];
}

/**
 * Counts what a question would find each time that it changes, without the conditions at the paths of `left`; a count that the
 * next change overtakes is cancelled. Nothing is asked of the engine while there is no condition.
 */
export function usePreview(question: Question, left: ReadonlySet<ConditionPath>): LivePreview {
  const { preview: count } = useEffects();
  const part = useMemo(() => countablePart(question, left), [question, left]);
  const key = JSON.stringify([part.question.target, part.question.where]);
  const [counted, setCounted] = useState<Counted>(NOTHING);
  const isEmpty = part.question.where.kind === 'and' && part.question.where.conditions.length === 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the part is what its key says
  useEffect(() => {
    if (isEmpty) return;
    const controller = new AbortController();
    const { groupBy: _groupBy, ...asked } = part.question;
    const timer = setTimeout(() => {
      count(asked, controller.signal).then(
        (preview) => {
          if (!controller.signal.aborted) setCounted({ key, preview, part, hasFailed: false });
        },
        (error: unknown) => {
          if (controller.signal.aborted || isAbort(error)) return;
          setCounted((last) => ({ ...last, key, hasFailed: true }));
        },
      );
    }, DEBOUNCE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [count, key, isEmpty]);
  const isCounted = counted.key === key;
  const isOfTarget = counted.part?.question.target === question.target;
  return {
    preview: isEmpty || !isOfTarget ? null : counted.preview,
    isCounting: !isEmpty && !isCounted,
    hasFailed: !isEmpty && isCounted && counted.hasFailed,
    emptying: isEmpty || !isCounted ? NO_PATHS : pathsOf(counted, part),
  };
}

interface Counted {
  /** The question that was counted, as text. */
  key: string;
  preview: Preview | null;
  part: Countable | null;
  hasFailed: boolean;
}

const NOTHING: Counted = { key: '', preview: null, part: null, hasFailed: false };
const NO_PATHS: ConditionPath[] = [];

/** Long enough that a word is typed in one go, short enough to seem at once. */
const DEBOUNCE_MS = 150;

function pathsOf({ preview }: Counted, { paths }: Countable): ConditionPath[] {
  return preview?.emptying.map((path) => paths.get(path) ?? path) ?? NO_PATHS;
}
