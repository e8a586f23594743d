import type { Indicator, KeyFigure, Library } from '../../domain/library.ts';
import { figureWords } from '../strings/indicateurs.ts';
import { figureText, sourceText } from './source-text.ts';

/** How a figure moved since the year before it that the documents give. */
export interface Trend {
  direction: 'up' | 'down' | 'same';
  /** Whether that is what one wants; null where neither is better. */
  isGood: boolean | null;
  /** What it comes to, in words. */
  text: string;
  /** Where the earlier value comes from. */
  source: string;
}

/** The trend of a figure: the latest of its earlier years, of the same matter, unit and place; null where there is none. */
export function trendOf(
  indicator: Indicator,
  library: Library,
  better: KeyFigure['better'],
): Trend | null {
  const { value, year, unit } = indicator;
  if (value === null || year === null) return null;
  const former = library.indicators
    .filter((other) => isSameMatter(other, indicator) && isBefore(other, year))
    .sort((a, b) => (b.year ?? 0) - (a.year ?? 0))[0];
  if (!former || former.value === null || former.year === null) return null;
  const change = value - former.value;
  const direction = change === 0 ? 'same' : change > 0 ? 'up' : 'down';
  const gap = figureText({ value: Math.abs(change), unit, raw: '' });
  return {
    direction,
    isGood: better && change !== 0 ? (better === 'more') === change > 0 : null,
    text: figureWords.trend(direction, gap, former.year, figureText(former)),
    source: sourceText(former.source, library.documents),
  };
}

function isSameMatter(a: Indicator, b: Indicator): boolean {
  return a.theme === b.theme && a.label === b.label && a.unit === b.unit && a.scope === b.scope;
}

/** Whether a figure has a value of an earlier year, and of that year alone. */
function isBefore({ value, year, since }: Indicator, before: number): boolean {
  return value !== null && year !== null && since === undefined && year < before;
}
