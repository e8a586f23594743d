import { parseFrenchNumber } from './french-number.ts';

/**
 * The number, in `unit`, that a reader typed with or without a unit of the same kind: `1 ha` is 10 000 in m², `1,5 km` is 1500 in
 * m, `2 000` is 2000 in any. NaN for what is no number, or is in a unit of another kind.
 */
export function parseQuantity(text: string, unit: string | undefined): number {
  const match = /^\s*(-?[\d\s.,]+?)\s*([^\d\s.,-][^\d]*?|[^\d\s.,-][^\d]*?[²³23])?\s*$/u.exec(text);
  const [, digits, written] = match ?? [];
  if (digits === undefined) return Number.NaN;
  const number = parseFrenchNumber(digits);
  if (written === undefined) return number;
  const [from, to] = [scaleOf(written), scaleOf(unit ?? '')];
  if (from && to && from.kind === to.kind) return number * (from.factor / to.factor);
  return plain(written) === plain(unit ?? '') ? number : Number.NaN;
}

interface Scale {
  kind: string;
  /** How many of the smallest unit of the kind it is. */
  factor: number;
}

function scaleOf(unit: string): Scale | undefined {
  return SCALES[plain(unit)];
}

/** A unit without case, spaces and superscripts. */
function plain(unit: string): string {
  return unit.toLowerCase().replace(/\s/g, '').replace('²', '2').replace('³', '3');
}

const area = (factor: number): Scale => ({ kind: 'area', factor });
const length = (factor: number): Scale => ({ kind: 'length', factor });
const money = (factor: number): Scale => ({ kind: 'money', factor });
const time = (factor: number): Scale => ({ kind: 'time', factor });

/** Units that planners write, in m², mm, € and minutes. */
const SCALES: Record<string, Scale> = {
  m2: area(1),
  a: area(100),
  are: area(100),
  ares: area(100),
  ha: area(10_000),
  hectare: area(10_000),
  hectares: area(10_000),
  km2: area(1_000_000),
  mm: length(1),
  cm: length(10),
  m: length(1000),
  mètre: length(1000),
  mètres: length(1000),
  metres: length(1000),
  km: length(1_000_000),
  '€': money(1),
  euros: money(1),
  'k€': money(1000),
  'm€': money(1_000_000),
  min: time(1),
  mn: time(1),
  minutes: time(1),
  h: time(60),
};
