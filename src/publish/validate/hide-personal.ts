import type { IssueFacts } from '../issue.ts';
import type { Measured } from './measured.ts';
import { mask } from './personal-values.ts';
import type { Sighting } from './rule.ts';

/** Sightings whose quotations of columns that look personal are masked: a report may be handed on. */
export async function hidePersonal(
  sightings: readonly Sighting[],
  measured: Measured,
): Promise<Sighting[]> {
  const isQuoting = ({ field, facts }: Sighting) => field && QUOTED.some((name) => facts[name]);
  if (!sightings.some(isQuoting)) return [...sightings];
  const columns = await measured.personalColumns();
  const personal = new Set(columns.map(({ field }) => field));
  return sightings.map((sighting) =>
    sighting.field && personal.has(sighting.field)
      ? { ...sighting, facts: maskQuoted(sighting.facts) }
      : sighting,
  );
}

function maskQuoted(facts: IssueFacts): IssueFacts {
  const masked = { ...facts };
  for (const name of QUOTED) {
    const text = masked[name];
    if (typeof text === 'string') masked[name] = mask(text);
  }
  return masked;
}

/** Facts that hold a piece of a value. */
const QUOTED = ['sample', 'repaired', 'value'];
