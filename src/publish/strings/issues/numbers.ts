import type { IssueFacts } from '../../issue.ts';

type Fact = IssueFacts[string] | undefined;

/** A number as the French write it, at most two decimals, more where it is below a hundredth: `1 234,5`. */
export function number(value: Fact): string {
  const seen = Number(value);
  const digits = seen !== 0 && Math.abs(seen) < 0.01 ? { maximumSignificantDigits: 2 } : DECIMALS;
  return new Intl.NumberFormat('fr-FR', digits).format(seen);
}

/** An area of m² with its unit; hectares from 10 000 m² on. */
export function area(value: Fact): string {
  const seen = Number(value);
  return seen >= 10_000 ? `${number(seen / 10_000)}\u00a0ha` : `${number(seen)}\u00a0m²`;
}

/** A length of metres with its unit; centimetres below 1 m. */
export function length(value: Fact): string {
  const seen = Number(value);
  return seen < 1 ? `${number(seen * 100)}\u00a0cm` : `${number(seen)}\u00a0m`;
}

/** A share of 1 as a percentage; nothing but the whole is 100 %. */
export function percent(value: number): string {
  const shown = value < 1 ? Math.min(value, 0.999) : value;
  return `${new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 }).format(100 * shown)}\u00a0%`;
}

/** `1 entité`, `12 entités`. */
export function count(value: Fact, one: string, several: string): string {
  return `${number(value)} ${Number(value) > 1 ? several : one}`;
}

const DECIMALS = { maximumFractionDigits: 2 };

/** Names joined by commas: the first twenty, and how many more there are. */
export function names(joined: Fact): string {
  const all = String(joined).split(', ');
  const rest = all.length - LISTED;
  const shown = all.slice(0, LISTED).join(', ');
  return rest > 0 ? `${shown} et ${count(rest, 'autre', 'autres')}` : shown;
}

const LISTED = 20;
