import type { ErrorData } from './errors.ts';
import { AppError, errorToData } from './errors.ts';
import { parseQuestion } from './parse-question.ts';
import type { Question } from './question.ts';

/** A question that could be read, and what had to be left out of it. */
export interface MendedQuestion {
  question: Question;
  /** One a condition left out, each with the `path` of its fault. */
  faults: ErrorData[];
}

/**
 * The question that a parsed JSON value holds, without the conditions that are none: each is left out with those inside it, as
 * deep in the tree as its fault is.
 * @throws {AppError} `question-invalid` when it has no target, or is no question at all.
 */
export function mendQuestion(json: unknown): MendedQuestion {
  const faults: ErrorData[] = [];
  let mended = structuredClone(json);
  for (;;) {
    try {
      return { question: parseQuestion(mended), faults };
    } catch (error) {
      const fault = errorToData(error);
      const next = withoutFault(mended, String(fault.context.path ?? ''));
      if (next === null || faults.length === MAX_FAULTS) throw error;
      faults.push(fault);
      mended = next;
    }
  }
}

/** The first thing wrong with more conditions than this is that it is no question. */
const MAX_FAULTS = 100;

/** The value without the innermost condition that the path leads into; null where it leads into none. */
function withoutFault(json: unknown, path: string): unknown {
  const steps = path.split('.');
  const at = steps.findLastIndex(
    (step, i) => i > 0 && /^\d+$/.test(step) && /^(conditions|where)$/.test(steps[i - 1] as string),
  );
  if (at > 0) {
    const list = valueAt(json, steps.slice(0, at));
    if (Array.isArray(list)) list.splice(Number(steps[at]), 1);
    return json;
  }
  if (steps[0] !== 'where' || typeof json !== 'object' || json === null) return null;
  return { ...json, where: { kind: 'and', conditions: [] } };
}

function valueAt(json: unknown, steps: string[]): unknown {
  return steps.reduce<unknown>((value, step) => {
    if (typeof value !== 'object' || value === null) {
      throw new AppError('question-invalid', `no ${step} to mend`, { path: steps.join('.') });
    }
    return (value as Record<string, unknown>)[step];
  }, json);
}
