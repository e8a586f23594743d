import type { Field, Layer } from '../../domain/layer.ts';
import type { AttributeCondition } from '../../domain/question.ts';
import { fr } from '../strings/fr.ts';
import { NumberField } from './number-field.tsx';
import { ValueChecklist } from './value-checklist.tsx';

interface ValueEditorProps {
  layer: Layer;
  field: Field;
  condition: AttributeCondition;
  onChange: (condition: AttributeCondition) => void;
}

/** What a field is compared with, in the form that its type asks for. */
export function ValueEditor({ layer, field, condition, onChange }: ValueEditorProps) {
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
      <TextField value={condition.text} onChange={(text) => onChange({ ...condition, text })} />
    );
  }
  const { value } = condition;
  if (typeof value === 'boolean') {
    return <YesNo value={value} onChange={(next) => onChange({ ...condition, value: next })} />;
  }
  if (typeof value === 'number') {
    return (
      <NumberField
        label={field.label}
        unit={field.unit}
        value={value}
        onChange={(next) => onChange({ ...condition, value: next })}
      />
    );
  }
  return (
    <TextField
      type={field.type === 'date' ? 'date' : 'text'}
      value={value}
      onChange={(next) => onChange({ ...condition, value: next })}
    />
  );
}

interface TextFieldProps {
  type?: 'text' | 'date';
  value: string;
  onChange: (value: string) => void;
}

function TextField({ type = 'text', value, onChange }: TextFieldProps) {
  return (
    <input
      type={type}
      aria-label={fr.condition.value}
      value={value}
      onChange={(event) => onChange(event.target.value)}
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
