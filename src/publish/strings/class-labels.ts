import type { Classes } from '../style/classify.ts';

/**
 * What a legend calls each range: `0 à 100`, `100 à 200`, `200 et plus`, numbers as French writes them; a single class
 * tells its two ends.
 */
export function classLabels({ breaks, max }: Classes, unit: string | undefined): string[] {
  const measure = unit ? `\u202f${unit}` : '';
  const text = (value: number) => FORMAT.format(value);
  return breaks.map((limit, i) => {
    const next = breaks[i + 1];
    if (next !== undefined) return `${text(limit)} à ${text(next)}${measure}`;
    if (i === 0)
      return limit === max ? `${text(limit)}${measure}` : `${text(limit)} à ${text(max)}${measure}`;
    return `${text(limit)}${measure} et plus`;
  });
}

const FORMAT = new Intl.NumberFormat('fr-FR', { maximumSignificantDigits: 15 });

/** What a legend calls the features whose value is missing or has no class. */
export const OTHER_VALUES = 'Autre ou non renseigné';

/** What a legend calls the features that have no number. */
export const NO_NUMBER = 'Non renseigné';
