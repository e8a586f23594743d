import type { ComparedRow } from '../../domain/compare-impacts.ts';
import { inUnit } from '../../domain/compare-impacts.ts';
import type { Criterion, Impact, Measured, Variant } from '../../domain/impact.ts';
import type { Field } from '../../domain/layer.ts';
import { useAppState } from '../app-context.tsx';
import { formatArea, formatNumber, formatValue } from '../strings/format.ts';
import { amountText, scenarios } from '../strings/scenarios.ts';

interface CriterionDetailsProps {
  variants: Variant[];
  impacts: Impact[];
  rows: ComparedRow[];
}

/** For each criterion, by variant: the classes and every feature that was found. */
export function CriterionDetails({ variants, impacts, rows }: CriterionDetailsProps) {
  return rows
    .filter(({ criterion }) => criterion.layer)
    .map(({ criterion }) => (
      <details key={criterion.id} className="criterion-details">
        <summary>{scenarios.details(criterion.label)}</summary>
        {variants.map(({ name }, index) => (
          <Details key={name} name={name} criterion={criterion} impact={impacts[index]} />
        ))}
      </details>
    ));
}

interface DetailsProps {
  name: string;
  criterion: Criterion;
  impact: Impact | undefined;
}

function Details({ name, criterion, impact }: DetailsProps) {
  const field = useField(criterion);
  const measured = impact?.measured.find((own) => own.criterion === criterion.id);
  if (!measured) return null;
  const { classes, features, missing } = measured;
  return (
    <div>
      <h4>{name}</h4>
      <ul>
        {classes.map(({ value, amount }) => (
          <li key={String(value)}>
            {field ? formatValue(value, field) : String(value)} :{' '}
            {amountText(inUnit(amount, criterion), criterion)}
          </li>
        ))}
      </ul>
      {isOverlapping(measured) && <p className="quiet">{scenarios.overlapping}</p>}
      {missing > 0 && <p className="quiet">{scenarios.missing(missing)}</p>}
      <details>
        <summary>{scenarios.features(features.length)}</summary>
        <ul className="touched">
          {features.map(({ key, title, amount }) => (
            <li key={key}>
              {title} {amountOf(amount, criterion)}
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

/** Whether classes share ground, more than the rounding of their borders. */
function isOverlapping({ classes, value }: Measured): boolean {
  return classes.reduce((sum, { amount }) => sum + amount, 0) > (value ?? 0) + 1;
}

/** What one feature has of a criterion: its surface inside, its distance, its number; nothing where it only counts as one. */
function amountOf(amount: number, { measure, layer, within }: Criterion): string {
  if (measure === 'area' || (measure === 'count' && layer && within === undefined)) {
    return `(${formatArea(amount)})`;
  }
  if (measure === 'nearest' || measure === 'length') return `(${formatNumber(amount, 0)} m)`;
  return measure === 'sum' ? `(${formatNumber(amount, 1)})` : '';
}

function useField({ layer, by }: Criterion): Field | undefined {
  const catalogue = useAppState((state) => state.catalogue);
  return catalogue?.layers.find(({ id }) => id === layer)?.fields.find(({ name }) => name === by);
}
