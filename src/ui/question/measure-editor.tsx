import type { Layer } from '../../domain/layer.ts';
import { COMPARISONS, type Comparison, type MeasureCondition } from '../../domain/question.ts';
import { NumberField } from '../frame/number-field.tsx';
import { formatArea, formatLength } from '../strings/format.ts';
import { fr } from '../strings/fr.ts';
import { useBuilder } from './builder-context.ts';
import { DistributionSlider } from './distribution-slider.tsx';
import { useFaultId } from './field-fault.tsx';

interface MeasureEditorProps {
  layer: Layer;
  condition: MeasureCondition;
  onChange: (condition: MeasureCondition, step?: string) => void;
}

/** A condition on the area or the length that is measured on the map. */
export function MeasureEditor({ layer, condition, onChange }: MeasureEditorProps) {
  const { endStep } = useBuilder();
  const isArea = condition.measure === 'area';
  const label = isArea ? fr.condition.area : fr.condition.length;
  const setValue = (value: number) => onChange({ ...condition, value }, 'measure');
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
        onFocus={endStep}
        faultId={useFaultId('value')}
        label={label}
        unit={isArea ? 'm²' : 'm'}
        value={condition.value}
        onChange={setValue}
      />
      <DistributionSlider
        layer={layer}
        field={null}
        label={label}
        value={condition.value}
        format={isArea ? formatArea : formatLength}
        onChange={setValue}
      />
    </span>
  );
}
