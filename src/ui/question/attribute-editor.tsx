import type { Layer } from '../../domain/layer.ts';
import type { AttributeCondition } from '../../domain/question.ts';
import { builder as words } from '../strings/builder.ts';
import { fr } from '../strings/fr.ts';
import {
  firstCondition,
  type Operator,
  operatorLabel,
  operatorOf,
  operatorsOf,
  withOperator,
} from './attribute-operators.ts';
import { useFaultOf } from './field-fault.tsx';
import { isSmallLayer } from './first-conditions.ts';
import { ValueEditor } from './value-editor.tsx';

interface AttributeEditorProps {
  layer: Layer;
  condition: AttributeCondition;
  onChange: (condition: AttributeCondition, step?: string) => void;
}

/** A condition on a field: which field, how it is compared, with what. */
export function AttributeEditor({ layer, condition, onChange }: AttributeEditorProps) {
  const field = layer.fields.find(({ name }) => name === condition.field);
  const chooseField = (name: string) => {
    const chosen = layer.fields.find((candidate) => candidate.name === name);
    if (chosen) onChange(firstCondition(chosen, isSmallLayer(layer)));
  };
  return (
    <span className="phrase">
      <span>{fr.condition.where}</span>
      <select
        aria-label={fr.condition.field}
        {...useFaultOf('field')}
        value={condition.field}
        onChange={(event) => chooseField(event.target.value)}
      >
        {!field && <option value={condition.field}>{words.unknownField(condition.field)}</option>}
        {layer.fields.map(({ name, label }) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </select>
      {field && (
        <>
          <select
            aria-label={fr.condition.operator}
            value={operatorOf(condition)}
            onChange={(event) =>
              onChange(withOperator(condition, event.target.value as Operator, field))
            }
          >
            {operatorsWith(operatorOf(condition), operatorsOf(field)).map((operator) => (
              <option key={operator} value={operator}>
                {operatorLabel(operator, field)}
              </option>
            ))}
          </select>
          <ValueEditor layer={layer} field={field} condition={condition} onChange={onChange} />
        </>
      )}
    </span>
  );
}

/** The operators to list, with the one in use even when the form would not have offered it. */
function operatorsWith(used: Operator, offered: Operator[]): Operator[] {
  return offered.includes(used) ? offered : [used, ...offered];
}
