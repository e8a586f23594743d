import { useMemo } from 'react';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { Question } from '../../domain/question.ts';
import { findGaps } from '../../state/draft-gaps.ts';
import { useAppState } from '../app-context.tsx';
import { useErrorSentence } from '../frame/use-error-sentence.ts';
import { builder as words } from '../strings/builder.ts';
import type { Fault } from './builder-context.ts';
import type { ConditionPath } from './condition-path.ts';
import { partOfError, partWanted } from './field-fault.tsx';
import { findMisfits } from './find-misfits.ts';

/** What stands between a question and its answer. */
export interface QuestionFaults {
  /** To be said now: what is written wrong, what does not fit the catalogue; what is still to be written once it was asked for. */
  faults: Fault[];
  /** Paths of all the conditions that cannot be asked yet. */
  left: ReadonlySet<ConditionPath>;
}

/** The faults of the question being written; `hasTried` says that its reader wanted to ask it as it is. */
export function useQuestionFaults(
  question: Question,
  catalogue: Catalogue,
  hasTried: boolean,
): QuestionFaults {
  const sentenceOf = useErrorSentence();
  const refused = useAppState(({ answer, asked }) =>
    answer.kind === 'failed' && asked === null ? answer.error : null,
  );
  const found = useMemo(
    () => ({ gaps: findGaps(question), misfits: findMisfits(question, catalogue) }),
    [question, catalogue],
  );
  const left = useMemo(
    () => new Set([...found.gaps, ...found.misfits].map(({ path }) => path)),
    [found],
  );
  const faults = useMemo(() => {
    const told = found.gaps.filter(({ isWrong }) => isWrong || hasTried);
    const gaps = told.map(({ path, wanted }) => ({
      path,
      sentence: words.wanted[wanted],
      part: partWanted(wanted),
    }));
    const known = new Set(found.gaps.map(({ path }) => path));
    const errors = found.misfits.filter(({ path }) => !known.has(path));
    const path = refused?.context.path;
    const last = typeof path === 'string' && refused ? [{ path, error: refused }] : [];
    const misfits = [...errors, ...last].map(({ path: at, error }) => {
      const { title, todo } = sentenceOf(error);
      return { path: at, sentence: `${title} ${todo}`, part: partOfError(error) };
    });
    return [...gaps, ...misfits];
  }, [found, hasTried, refused, sentenceOf]);
  return { faults, left };
}
