import { useEffect, useId } from 'react';
import type { Parameter, ParameterValues } from '../../domain/library.ts';
import type { Scalar } from '../../domain/question.ts';
import { useAppState, useEffects } from '../app-context.tsx';
import { NumberField } from '../frame/number-field.tsx';
import { formatNumber, formatQuantity } from '../strings/format.ts';
import { savedWords } from '../strings/indicateurs.ts';
import { foldText } from '../strings/match-text.ts';
import { usePage } from './page-context.ts';

interface ParameterFormProps {
  parameters: Parameter[];
  values: ParameterValues;
  onChange: (values: ParameterValues) => void;
}

/** What a reader may choose before a saved question is asked: a field each, with the value that stands by default. */
export function ParameterForm({ parameters, values, onChange }: ParameterFormProps) {
  return (
    <fieldset className="parameters">
      <legend>{savedWords.parameters}</legend>
      {parameters.map((parameter) => (
        <ParameterField
          key={parameter.name}
          parameter={parameter}
          value={values[parameter.name] ?? parameter.value}
          onChange={(value) => onChange({ ...values, [parameter.name]: value })}
        />
      ))}
    </fieldset>
  );
}

interface ParameterFieldProps {
  parameter: Parameter;
  value: Scalar;
  onChange: (value: Scalar) => void;
}

function ParameterField({ parameter, value, onChange }: ParameterFieldProps) {
  const id = useId();
  const { type, label } = parameter;
  if (type === 'number') {
    const { unit, min, max } = parameter;
    const inUnit = (bound: number) => (unit ? formatQuantity(bound, unit) : formatNumber(bound));
    return (
      <div className="parameter">
        <span aria-hidden="true">{label}</span>
        <NumberField label={label} value={Number(value)} unit={unit} onChange={onChange} />
        <span className="quiet">{savedWords.range(formatNumber(min), inUnit(max))}</span>
      </div>
    );
  }
  return (
    <div className="parameter">
      <label htmlFor={id}>{label}</label>
      {type === 'commune' && <CommuneSelect id={id} value={String(value)} onChange={onChange} />}
      {type === 'choice' && (
        <select id={id} value={String(value)} onChange={({ target }) => onChange(target.value)}>
          {parameter.options.map((option) => (
            <option key={option} value={option}>
              {option}
            </option>
          ))}
        </select>
      )}
      {type === 'text' && (
        <input
          id={id}
          type="text"
          value={String(value)}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
      {type === 'text' && <ChosenFeature name={parameter.name} value={value} onChoose={onChange} />}
    </div>
  );
}

interface ChosenFeatureProps {
  name: string;
  value: Scalar;
  onChoose: (key: string) => void;
}

/** For a parameter named after what a layer holds (`parcelle`), the feature that is chosen on the map. */
function ChosenFeature({ name, value, onChoose }: ChosenFeatureProps) {
  const selection = useAppState((state) => state.selection);
  const { catalogue } = usePage();
  const layer = catalogue.layers.find(({ id }) => id === selection?.layer);
  if (!selection || !layer || selection.key === value) return null;
  if (foldText(layer.noun[0]) !== foldText(name)) return null;
  return (
    <button type="button" className="link-button" onClick={() => onChoose(selection.key)}>
      {savedWords.takeChosen(selection.key)}
    </button>
  );
}

interface CommuneSelectProps {
  id: string;
  value: string;
  onChange: (code: string) => void;
}

/** The communes of the territory by name; their list is read when it is first wanted. */
function CommuneSelect({ id, value, onChange }: CommuneSelectProps) {
  const communes = useAppState((state) => state.communes);
  const { readCommunes } = useEffects();
  useEffect(() => {
    void readCommunes();
  }, [readCommunes]);
  const options = communes ?? [{ code: value, name: savedWords.communes }];
  return (
    <select id={id} value={value} onChange={({ target }) => onChange(target.value)}>
      {options.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </select>
  );
}
