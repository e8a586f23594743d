import { useId, useState } from 'react';
import type { Field, Layer } from '../../domain/layer.ts';
import type { Scalar } from '../../domain/question.ts';
import { formatNumber, formatValue } from '../strings/format.ts';
import { fr } from '../strings/fr.ts';
import { matchesText } from '../strings/match-text.ts';
import { useFaultId } from './field-fault.tsx';
import { useFieldValues } from './use-field-values.ts';

interface ValueChecklistProps {
  layer: Layer;
  field: Field;
  values: Scalar[];
  onChange: (values: Scalar[]) => void;
}

/** The values of a field to choose among: official codes with their meaning, else those that the layer holds. */
export function ValueChecklist(props: ValueChecklistProps) {
  const { field, values } = props;
  const [isOpen, setOpen] = useState(values.length === 0);
  const listId = useId();
  const chosen = values.map((value) => formatValue(value, field)).join(' ; ');
  return (
    <span className="checklist">
      <button
        type="button"
        className="button checklist-toggle"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-describedby={useFaultId('value')}
        onClick={() => setOpen(!isOpen)}
      >
        {chosen || fr.condition.chooseValues}
      </button>
      {isOpen && <ValueList id={listId} {...props} />}
    </span>
  );
}

function ValueList({ id, layer, field, values, onChange }: ValueChecklistProps & { id: string }) {
  const [filter, setFilter] = useState('');
  const known = useFieldValues(layer, field);
  const options = known.options.filter(({ value }) =>
    matchesText(formatValue(value, field), filter),
  );
  return (
    <fieldset id={id} className="checklist-list">
      <legend className="visually-hidden">{fr.condition.values}</legend>
      {known.options.length > FILTERED_FROM && (
        <input
          type="text"
          aria-label={fr.condition.filterValues}
          placeholder={fr.condition.filterValues}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
      )}
      {known.isLoading && <span className="quiet">{fr.condition.loadingValues}</span>}
      {known.hasFailed && <span className="quiet">{fr.condition.failedValues}</span>}
      <span className="checklist-options">
        {options.slice(0, MAX_OPTIONS).map(({ value, count }) => (
          <label key={String(value)}>
            <input
              type="checkbox"
              checked={values.includes(value)}
              onChange={() => onChange(withToggled(values, value))}
            />
            <span>{formatValue(value, field)}</span>
            {count !== null && <span className="quiet">{formatNumber(count, 0)}</span>}
          </label>
        ))}
      </span>
      {options.length > MAX_OPTIONS && (
        <span className="quiet">{fr.condition.moreValues(MAX_OPTIONS, options.length)}</span>
      )}
    </fieldset>
  );
}

function withToggled(values: Scalar[], value: Scalar): Scalar[] {
  return values.includes(value) ? values.filter((v) => v !== value) : [...values, value];
}

const FILTERED_FROM = 8;
const MAX_OPTIONS = 200;
