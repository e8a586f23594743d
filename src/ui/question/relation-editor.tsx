import { Plus, X } from 'lucide-react';
import { findLayer } from '../../domain/catalogue.ts';
import type { Layer } from '../../domain/layer.ts';
import { TRAVEL_MODES, type TravelMode } from '../../domain/network.ts';
import {
  type AttributeCondition,
  isAttribute,
  type LayerTarget,
  type RelationCondition,
} from '../../domain/question.ts';
import { formatQuantity } from '../strings/format.ts';
import { fr } from '../strings/fr.ts';
import { deBefore } from '../strings/grammar.ts';
import { travelModes } from '../strings/travel-modes.ts';
import { AttributeEditor } from './attribute-editor.tsx';
import { firstCondition } from './attribute-operators.ts';
import { useBuilder } from './builder-context.ts';
import { isSmallLayer, relatedLayers } from './condition-choices.ts';
import { NumberField } from './number-field.tsx';

interface RelationEditorProps {
  condition: RelationCondition;
  onChange: (condition: RelationCondition) => void;
}

/** A condition on another layer: how near, how much, and which of its features count. */
export function RelationEditor({ condition, onChange }: RelationEditorProps) {
  const { catalogue } = useBuilder();
  if ('shape' in condition) return <span className="relation">{condition.shape.name}</span>;
  const layer = findLayer(catalogue, condition.layer);
  return (
    <span className="relation">
      <span className="phrase">
        <RelationLead condition={condition} layer={layer} onChange={onChange} />
        <LayerChoice condition={condition} onChange={onChange} />
      </span>
      {condition.kind === 'distance' && (
        <QuickValues
          title={fr.condition.quickDistances}
          values={QUICK_DISTANCES_M}
          unit="m"
          onChoose={(metres) => onChange({ ...condition, metres })}
        />
      )}
      {condition.kind === 'travel' && (
        <QuickValues
          title={fr.condition.quickMinutes}
          values={QUICK_MINUTES}
          unit="min"
          onChoose={(minutes) => onChange({ ...condition, minutes })}
        />
      )}
      <WhereList
        layer={layer}
        where={(condition.where ?? []).filter(isAttribute)}
        onChange={(where) => onChange(withWhere(condition, where))}
      />
    </span>
  );
}

function RelationLead({ condition, layer, onChange }: RelationEditorProps & { layer: Layer }) {
  const { gender, geometry } = useBuilder().target;
  const words = fr.condition;
  switch (condition.kind) {
    case 'distance':
      return (
        <>
          <span>{words.distanceLead}</span>
          <NumberField
            label={words.distanceLabel}
            unit="m"
            value={condition.metres}
            onChange={(metres) => onChange({ ...condition, metres })}
          />
          <span>{deBefore(layer.noun[1]).trim()}</span>
        </>
      );
    case 'travel':
      return (
        <>
          <span>{words.distanceLead}</span>
          <NumberField
            label={words.minutesLabel}
            unit="min"
            value={condition.minutes}
            onChange={(minutes) => onChange({ ...condition, minutes })}
          />
          <ModeChoice mode={condition.mode} onChoose={(mode) => onChange({ ...condition, mode })} />
          <span>{deBefore(layer.noun[1]).trim()}</span>
        </>
      );
    case 'overlap':
      return (
        <>
          <span>{words.overlapLead[gender]}</span>
          <NumberField
            label={words.shareLabel}
            unit="%"
            value={Number((condition.minShare * 100).toFixed(6))}
            onChange={(percentage) => onChange({ ...condition, minShare: percentage / 100 })}
          />
          <span>{words.byThe}</span>
        </>
      );
    case 'inside':
      return <span>{`${words.insideLead[gender]} ${words.one[layer.gender]}`}</span>;
    case 'equals':
      return <span>{`${words.equalsLead[geometry]} ${words.thanOne[layer.gender]}`}</span>;
    case 'crosses': {
      const verb = geometry === 'polygon' ? words.crossedLead[gender] : words.verbs.crosses;
      return <span>{`${verb} ${words.one[layer.gender]}`}</span>;
    }
    default:
      return <span>{`${words.verbs[condition.kind]} ${words.one[layer.gender]}`}</span>;
  }
}

function LayerChoice({ condition, onChange }: RelationEditorProps) {
  const { target, catalogue } = useBuilder();
  const isPlural = ['distance', 'travel', 'overlap'].includes(condition.kind);
  const layers = relatedLayers(condition.kind, target, catalogue);
  return (
    <select
      aria-label={fr.condition.relatedLayer}
      value={'shape' in condition ? '' : condition.layer}
      onChange={(event) =>
        onChange({ ...withWhere(condition, []), layer: event.target.value } as RelationCondition)
      }
    >
      {layers.map((layer) => (
        <option key={layer.id} value={layer.id} title={layer.title}>
          {layer.noun[isPlural ? 1 : 0]}
        </option>
      ))}
    </select>
  );
}

function ModeChoice({
  mode,
  onChoose,
}: {
  mode: TravelMode;
  onChoose: (mode: TravelMode) => void;
}) {
  return (
    <select
      aria-label={fr.condition.modeLabel}
      value={mode}
      onChange={(event) => onChoose(event.target.value as TravelMode)}
    >
      {TRAVEL_MODES.map((name) => (
        <option key={name} value={name}>
          {travelModes[name]}
        </option>
      ))}
    </select>
  );
}

interface QuickValuesProps {
  title: string;
  values: number[];
  unit: string;
  onChoose: (value: number) => void;
}

function QuickValues({ title, values, unit, onChoose }: QuickValuesProps) {
  return (
    <fieldset className="quick-values">
      <legend className="visually-hidden">{title}</legend>
      {values.map((value) => (
        <button key={value} type="button" className="chip" onClick={() => onChoose(value)}>
          {formatQuantity(value, unit)}
        </button>
      ))}
    </fieldset>
  );
}

interface WhereListProps {
  layer: Layer;
  where: AttributeCondition[];
  onChange: (where: AttributeCondition[]) => void;
}

function WhereList({ layer, where, onChange }: WhereListProps) {
  const first = layer.fields.find((field) => field.codes) ?? layer.fields[0];
  const replace = (index: number, next: AttributeCondition) =>
    onChange(where.map((condition, i) => (i === index ? next : condition)));
  return (
    <span className="where-list">
      {where.map((condition, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two conditions may be equal, their place is all they have
        <span className="where-item" key={`${index} ${condition.field}`}>
          <AttributeEditor
            layer={layer}
            condition={condition}
            onChange={(next) => replace(index, next)}
          />
          <button
            type="button"
            className="icon-button"
            aria-label={fr.condition.removeWhere}
            onClick={() => onChange(where.filter((_, i) => i !== index))}
          >
            <X size={16} aria-hidden="true" />
          </button>
        </span>
      ))}
      {first && (
        <button
          type="button"
          className="link-button with-icon"
          onClick={() => onChange([...where, firstCondition(first, isSmallLayer(layer))])}
        >
          <Plus size={14} aria-hidden="true" />
          {fr.condition.addWhere}
        </button>
      )}
    </span>
  );
}

/** Distances that planners' questions name most. */
const QUICK_DISTANCES_M = [50, 100, 200, 300, 500, 800];

/** Times that they name most. */
const QUICK_MINUTES = [5, 10, 15, 20, 30];

function withWhere(condition: RelationCondition, where: AttributeCondition[]): RelationCondition {
  const { where: _dropped, ...rest } = condition as RelationCondition & LayerTarget;
  return where.length === 0 ? rest : { ...rest, where };
}
