import { COMPARISONS, type Comparison, type MeasureCondition } from '../../domain/question.ts';
import { fr } from '../strings/fr.ts';
import { NumberField } from './number-field.tsx';

interface MeasureEditorProps {
  condition: MeasureCondition;
  onChange: (condition: MeasureCondition) => void;
}

/** A condition on the area or the length that is measured on the map. */
export function MeasureEditor({ condition, onChange }: MeasureEditorProps) {
  const isArea = condition.measure === 'area';
  return (
    <span className="phrase">
      <span>{fr.condition.measuring}</span>
      <select
        aria-label={fr.condition.operator}
        value={condition.op}
        onChange={(event) => onChange({ ...condition, op: event.target.value as Comparison })}
      >
        {COMPARISONS.map((op) => (
          <option key={op} value={op}>
            {fr.condition.measureOperators[op]}
          </option>
        ))}
      </select>
      <NumberField
        label={isArea ? fr.condition.area : fr.condition.length}
        unit={isArea ? 'm²' : 'm'}
        value={condition.value}
        onChange={(value) => onChange({ ...condition, value })}
      />
    </span>
  );
}
