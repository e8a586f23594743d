import type { Field, Layer } from '../../domain/layer.ts';
import type { AttributeCondition } from '../../domain/question.ts';
import { NumberField } from '../frame/number-field.tsx';
import { formatFieldNumber } from '../strings/format.ts';
import { fr } from '../strings/fr.ts';
import { useBuilder } from './builder-context.ts';
import { DateField } from './date-field.tsx';
import { DistributionSlider } from './distribution-slider.tsx';
import { useFaultId, useFaultOf } from './field-fault.tsx';
import { ValueChecklist } from './value-checklist.tsx';

interface ValueEditorProps {
  layer: Layer;
  field: Field;
  condition: AttributeCondition;
  onChange: (condition: AttributeCondition, step?: string) => void;
}

/** What a field is compared with, in the form that its type asks for. */
export function ValueEditor({ layer, field, condition, onChange }: ValueEditorProps) {
  const { endStep } = useBuilder();
  const faultId = useFaultId('value');
  if (condition.kind === 'empty') return null;
  if (condition.kind === 'among') {
    return (
      <ValueChecklist
        layer={layer}
        field={field}
        values={condition.values}
        onChange={(values) => onChange({ ...condition, values })}
      />
    );
  }
  if (condition.kind === 'contains') {
    return (
      <TextField
        value={condition.text}
        onChange={(text) => onChange({ ...condition, text }, field.name)}
      />
    );
  }
  const { value } = condition;
  if (typeof value === 'boolean') {
    return <YesNo value={value} onChange={(next) => onChange({ ...condition, value: next })} />;
  }
  if (typeof value === 'number') {
    const setValue = (next: number) => onChange({ ...condition, value: next }, field.name);
    return (
      <>
        <NumberField
          onFocus={endStep}
          faultId={faultId}
          label={field.label}
          unit={field.unit}
          value={value}
          onChange={setValue}
        />
        <DistributionSlider
          layer={layer}
          field={field.name}
          label={field.label}
          value={value}
          format={(number) => formatFieldNumber(number, field)}
          onChange={setValue}
        />
      </>
    );
  }
  const setText = (next: string, step?: string) => onChange({ ...condition, value: next }, step);
  if (field.type === 'date') return <DateField value={value} onChange={setText} />;
  return <TextField value={value} onChange={(next) => setText(next, field.name)} />;
}

interface TextFieldProps {
  value: string;
  onChange: (value: string) => void;
}

function TextField({ value, onChange }: TextFieldProps) {
  const { endStep } = useBuilder();
  return (
    <input
      type="text"
      aria-label={fr.condition.value}
      {...useFaultOf('value')}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onFocus={endStep}
    />
  );
}

function YesNo({ value, onChange }: { value: boolean; onChange: (value: boolean) => void }) {
  return (
    <select
      aria-label={fr.condition.value}
      value={String(value)}
      onChange={(event) => onChange(event.target.value === 'true')}
    >
      <option value="true">{fr.condition.yes}</option>
      <option value="false">{fr.condition.no}</option>
    </select>
  );
}
