import { failureSentence } from './failure-sentences.ts';
import { refusalSentence } from './messages.ts';
import type { SourceOutcome } from './source-outcome.ts';

/** What is to be told of a source, French sentences: what failed and what to do, then what its reader saw. */
export function sourceNotes({ failure, published, recipe, notes }: SourceOutcome): string[] {
  const refusal = published?.refusal;
  return [
    ...(failure ? [failureSentence(failure), recipe.onFailure] : []),
    ...(refusal ? [refusalSentence(refusal, published.issues)] : []),
    ...notes,
  ];
}
