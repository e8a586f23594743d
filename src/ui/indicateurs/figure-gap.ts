import type { Indicator, KeyFigure } from '../../domain/library.ts';
import { formatQuantity, formatShare } from '../strings/format.ts';
import { figureWords } from '../strings/indicateurs.ts';

/** A value against what is aimed at, both as shares (0 to 1) of the larger of the two. */
export interface Gap {
  value: number;
  objective: number;
  isReached: boolean;
  /** What the two come to, in words. */
  text: string;
}

/** How far a figure is from its objective; null where the two are no numbers of one unit. */
export function gapOf(
  figure: Indicator,
  objective: Indicator,
  better: KeyFigure['better'],
): Gap | null {
  const [value, aim] = [figure.value, objective.value];
  if (value === null || aim === null || aim <= 0 || value < 0) return null;
  if (figure.unit !== objective.unit) return null;
  const scale = Math.max(value, aim);
  const isReached = better === 'more' ? value >= aim : better === 'less' && value <= aim;
  return {
    value: value / scale,
    objective: aim / scale,
    isReached,
    text: isReached ? figureWords.reached : gapText(value, aim, figure.unit, better),
  };
}

function gapText(value: number, aim: number, unit: string, better: KeyFigure['better']): string {
  const share = formatShare(value / aim, 0);
  if (better === 'more') return figureWords.missing(share, formatQuantity(aim - value, unit));
  if (better === 'less') return figureWords.above(formatQuantity(value - aim, unit));
  return figureWords.compared(share);
}
