import { hostOf } from './failure-sentences.ts';
import { NO_NETWORK, unreachedSentence } from './messages.ts';
import type { SourceOutcome } from './source-outcome.ts';

/** Whether it was the host of a source that could not be reached: it is told at the end, once a host. */
export function isUnreached({ failure }: SourceOutcome): boolean {
  return failure?.code === 'source-failed' && failure.context.reason === 'network';
}

/**
 * What is told of hosts that could not be reached: one sentence where none could, else one a host with the sources that it has, and
 * what their recipes advise.
 */
export function unreachedLines(outcomes: readonly SourceOutcome[]): string[] {
  const unreached = outcomes.filter(isUnreached);
  const asked = outcomes.filter(({ fetched }) => fetched.parts > 0);
  if (unreached.length > 1 && unreached.length === asked.length) return [NO_NETWORK];
  const hosts = groupBy(unreached, ({ failure }) => hostOf(failure?.context ?? {}));
  return [...hosts].flatMap(([host, own]) => {
    const advice = groupBy(own, ({ recipe }) => recipe.onFailure);
    return [
      unreachedSentence(host, idsOf(own), own[0]?.failure?.context.code),
      ...[...advice].map(([words, some]) => `  ${idsOf(some)} : ${words}`),
    ];
  });
}

const idsOf = (outcomes: readonly SourceOutcome[]) =>
  outcomes.map(({ recipe }) => recipe.id).join(', ');

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
