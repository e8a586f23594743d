import type { Criterion, Impact, UnitCosts, Variant } from './impact.ts';

/** One criterion across variants. */
export interface ComparedRow {
  criterion: Criterion;
  /** In the unit that is shown (ha for areas in hectares); null where there was nothing to measure. */
  values: (number | null)[];
  /** Of each variant less the first, in the unit that is shown; null where one of them is. */
  gaps: (number | null)[];
  /** For each variant against the first: better, worse, the same, or neither. */
  verdicts: ('gain' | 'loss' | 'same' | 'none')[];
}

/** The variants by criterion, in the order of the criteria; what is absent from a measure is null. */
export function compareImpacts(
  criteria: readonly Criterion[],
  impacts: readonly Impact[],
): ComparedRow[] {
  return criteria.map((criterion) => {
    const values = impacts.map(({ measured }) => {
      const found = measured.find((own) => own.criterion === criterion.id)?.value ?? null;
      return found === null ? null : inUnit(found, criterion);
    });
    const first = values[0] ?? null;
    const gaps = values.map((value) => (value === null || first === null ? null : value - first));
    const verdicts = gaps.map((gap) => verdictOf(gap, criterion));
    return { criterion, values, gaps, verdicts };
  });
}

/** A measure in the unit of its criterion: areas in hectares where that is the unit. */
export function inUnit(value: number, { unit }: Criterion): number {
  return unit === 'ha' ? value / SQUARE_METRES_A_HECTARE : value;
}

/** Euros of a variant: its land as it is come by, and its works; null where a cost that it needs was not given. */
export function costOf(area: number, { holding }: Variant, costs: UnitCosts): number | null {
  const land = costs[holding];
  if (land === null) return null;
  return area * (land + (costs.works ?? 0));
}

/** Decimals that a measure is shown with: none of what is counted and of metres, two of hectares. */
export function decimalsOf({ unit }: Criterion): number {
  return unit === 'm' || unit.includes('|') ? 0 : 2;
}

/** A gap that is shown as nothing is none. */
function verdictOf(gap: number | null, criterion: Criterion): ComparedRow['verdicts'][number] {
  const { sense } = criterion;
  if (gap === null || sense === 0) return 'none';
  if (Math.abs(gap) < 0.5 * 10 ** -decimalsOf(criterion)) return 'same';
  return gap * sense > 0 ? 'gain' : 'loss';
}

const SQUARE_METRES_A_HECTARE = 10_000;
