import type { Feature } from 'geojson';

/**
 * A zone of water depths of the flood directive (`HT_MIN`, `HT_MAX` in metres, `SCENARIO`) with two texts for readers: `hauteur`, the class
 * that its bounds lie in (0.5, 1 and 2 m: those of the CNIG's draft of 2026; else its own bounds), and `periode_retour` of its scenario.
 * Source of the periods: the same draft, "fréquent 10 à 30 ans, moyen 100 à 300 ans, extrême 1 000 ans et plus".
 */
export function withDepthWords(feature: Feature): Feature {
  const { HT_MIN: low, HT_MAX: high, SCENARIO: scenario } = feature.properties ?? {};
  const hauteur = depthClass(bound(low), bound(high));
  const periode_retour = PERIODS[String(scenario).slice(0, 2)] ?? null;
  return { ...feature, properties: { ...feature.properties, hauteur, periode_retour } };
}

/** The class of depths between two bounds in metres; `high` is null where there is none. */
export function depthClass(low: number | null, high: number | null): string | null {
  if (low === null) return null;
  const known = CLASSES.find(({ from, to }) => low >= from && (high ?? Infinity) <= to);
  if (known) return known.name;
  return high === null ? `> ${metres(low)} m` : `${metres(low)} à ${metres(high)} m`;
}

const CLASSES = [
  { from: 0, to: 0.5, name: '< 0,5 m' },
  { from: 0.5, to: 1, name: '0,5 à 1 m' },
  { from: 1, to: 2, name: '1 à 2 m' },
  { from: 2, to: Infinity, name: '> 2 m' },
];

/** Blocks that a scenario's code begins with; with climate change it is told by the code alone. */
const PERIODS: Record<string, string> = {
  '01': '10 à 30 ans',
  '02': '100 à 300 ans',
  '04': '1 000 ans et plus',
};

const bound = (value: unknown): number | null => {
  if (value === null || value === undefined || value === '') return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
};
const metres = (value: number): string => value.toLocaleString('fr-FR');
