import type { RuleContext, Sighting } from './rule.ts';
import { shorten } from './shorten.ts';
import { eachOf } from './slices.ts';

/** Where some texts of a column were found. */
export interface TextHit {
  field: string;
  /** The first row, and its text. */
  row: number;
  value: string;
  count: number;
}

/** For each column, in order, how many of its texts meet a test, and the first that does. */
export async function scanTexts(
  context: RuleContext,
  test: (text: string) => boolean,
): Promise<TextHit[]> {
  const hits: TextHit[] = [];
  for (const [field, values] of Object.entries(context.table.columns)) {
    let hit: TextHit | null = null;
    await eachOf(values.length, context, (row) => {
      const value = values[row];
      if (typeof value !== 'string' || !test(value)) return;
      hit ??= { field, row, value, count: 0 };
      hit.count++;
    });
    if (hit) hits.push(hit);
  }
  return hits;
}

/** A hit as a sighting on its first row, with a short piece of its text as `sample`. */
export function sightHit({ field, row, value, count }: TextHit): Sighting {
  return { row, field, place: null, facts: { count, sample: shorten(value) } };
}
