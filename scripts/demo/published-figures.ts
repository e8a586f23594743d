import { readFileSync } from 'node:fs';
import { AppError } from '../../src/domain/errors.ts';

/**
 * The value of an indicator that the documents publish (`data/facts/indicators.json`), in its unit.
 * @throws {AppError} `source-unreadable` when there is no such indicator, or it has no number.
 */
export function publishedFigure(id: string): number {
  const value = indicators().get(id);
  if (value !== undefined && value !== null) return value;
  throw new AppError('source-unreadable', `no number for indicator "${id}" in the facts`, { id });
}

let known: Map<string, number | null> | undefined;

function indicators(): Map<string, number | null> {
  if (known) return known;
  const url = new URL('../../data/facts/indicators.json', import.meta.url);
  const file: { indicators: { id: string; value: number | null }[] } = JSON.parse(
    readFileSync(url, 'utf8'),
  );
  known = new Map(file.indicators.map(({ id, value }) => [id, value]));
  return known;
}
