import type { Part } from '../part.ts';

/** The latest day, `YYYY-MM-DD` in UTC, on which a host says that one of its files changed; undefined where none says it. */
export function latestDay(parts: readonly Pick<Part, 'lastModified'>[]): string | undefined {
  const times = parts.map(({ lastModified }) => Date.parse(lastModified ?? ''));
  const latest = Math.max(...times.filter((time) => !Number.isNaN(time)));
  return Number.isFinite(latest) ? new Date(latest).toISOString().slice(0, 10) : undefined;
}
