import { memo, type ReactNode, useState } from 'react';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { Layer } from '../../domain/layer.ts';
import type { RelationCondition, RelationKind } from '../../domain/question.ts';
import { relatedFamilies } from '../../domain/related-families.ts';
import { type Shape, shapeFamily } from '../../domain/shape.ts';
import { useAppState } from '../app-context.tsx';
import { builder as words } from '../strings/builder.ts';
import { fr } from '../strings/fr.ts';
import { useBuilder, useTarget } from './builder-context.ts';
import type { ConditionPath } from './condition-path.ts';
import { withShape } from './drawn-shape.ts';
import { useFaultOf } from './field-fault.tsx';
import { relatedLayers } from './first-conditions.ts';
import { layerNames } from './layer-names.ts';
import { QuickValues } from './quick-values.tsx';
import { RelationKindChoice } from './relation-kind.tsx';
import { RelationLead } from './relation-lead.tsx';
import { ShapeEditor } from './shape-editor.tsx';

interface RelationEditorProps {
  condition: RelationCondition;
  path: ConditionPath;
  onChange: (condition: RelationCondition, step?: string, say?: string) => void;
  /** The conditions on the features of the layer that it is to. */
  children: (layer: Layer) => ReactNode;
}

/** A condition on another layer or on a shape: how near, how much, and which of its features count. */
export function RelationEditor({ condition, path, onChange, children }: RelationEditorProps) {
  const { catalogue } = useBuilder();
  const layer =
    'shape' in condition ? null : catalogue.layers.find(({ id }) => id === condition.layer);
  const [replaced, setReplaced] = useState<{ by: RelationCondition; told: string } | null>(null);
  const changeKind = (next: RelationCondition, told: string) => {
    setReplaced(told ? { by: next, told } : null);
    onChange(next, 'kind', told);
  };
  return (
    <span className="relation">
      <span className="phrase">
        <RelationKindChoice condition={condition} onChange={changeKind} />
        <RelationLead condition={condition} layer={layer ?? null} onChange={onChange} />
        <ObjectChoice condition={condition} onChange={onChange} />
      </span>
      {replaced?.by === condition && <span className="quiet">{replaced.told}</span>}
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
      {condition.kind === 'overlap' && (
        <QuickValues
          title={fr.condition.shareLabel}
          values={QUICK_SHARES}
          unit="%"
          onChoose={(share) => onChange({ ...condition, minShare: share / 100 })}
        />
      )}
      {'shape' in condition && (
        <ShapeEditor
          shape={condition.shape}
          path={path}
          onChange={(shape) => onChange({ ...condition, shape }, 'shape')}
        />
      )}
      {layer && children(layer)}
    </span>
  );
}

/** Which layer, or which drawn shape, a relation is to. Another layer keeps none of the conditions on the last one's features. */
function ObjectChoice({
  condition,
  onChange,
}: Pick<RelationEditorProps, 'condition' | 'onChange'>) {
  const { catalogue } = useBuilder();
  const target = useTarget();
  const drawn = useAppState((state) => state.drawn);
  const own = 'shape' in condition ? condition.shape : null;
  const choose = (chosen: string) => {
    const shape = withOwn(drawn, own).find(({ name }) => chosen === `${SHAPE}${name}`);
    onChange(shape ? withShape(condition, shape) : withLayer(condition, chosen));
  };
  return (
    <select
      aria-label={words.related.layer}
      {...useFaultOf('object')}
      value={'shape' in condition ? `${SHAPE}${condition.shape.name}` : condition.layer}
      onChange={(event) => choose(event.target.value)}
    >
      <ObjectOptions
        catalogue={catalogue}
        target={target}
        kind={condition.kind}
        drawn={drawn}
        own={own}
        layer={'shape' in condition ? null : condition.layer}
      />
    </select>
  );
}

interface ObjectOptionsProps {
  catalogue: Catalogue;
  target: Layer;
  kind: RelationKind;
  drawn: Shape[];
  /** What the relation is to now: a shape, or the id of a layer. */
  own: Shape | null;
  layer: string | null;
}

const ObjectOptions = memo(function ObjectOptions(props: ObjectOptionsProps) {
  const { catalogue, target, kind, drawn, own, layer: chosen } = props;
  const families = relatedFamilies(kind, target.geometry);
  const shapes = withOwn(drawn, own).filter((shape) => families.includes(shapeFamily(shape)));
  const layers = relatedLayers(kind, target, catalogue);
  const isPlural = ['distance', 'travel', 'overlap'].includes(kind);
  const names = layerNames(layers, isPlural ? 'many' : 'one');
  return (
    <>
      {shapes.length > 0 && (
        <optgroup label={words.related.shapes}>
          {shapes.map(({ name }) => (
            <option key={name} value={`${SHAPE}${name}`}>
              {name || words.shape.unnamed}
            </option>
          ))}
        </optgroup>
      )}
      <optgroup label={words.related.layers}>
        {chosen !== null && !layers.some(({ id }) => id === chosen) && (
          <option value={chosen}>{words.unknownLayer(chosen)}</option>
        )}
        {layers.map(({ id, title }) => (
          <option key={id} value={id} title={title}>
            {names.get(id)}
          </option>
        ))}
      </optgroup>
    </>
  );
});

/** The shapes on the map, with the one of the condition, which a link may have brought. */
function withOwn(drawn: Shape[], own: Shape | null): Shape[] {
  if (!own || drawn.some(({ name }) => name === own.name)) return drawn;
  return [own, ...drawn];
}

function withLayer(condition: RelationCondition, layer: string): RelationCondition {
  const {
    shape: _shape,
    where: _where,
    ...rest
  } = condition as RelationCondition & {
    shape?: Shape;
    where?: unknown;
  };
  return { ...rest, layer } as RelationCondition;
}

/** What marks a shape among the values of the list: no id of a layer has a colon. */
const SHAPE = 'shape:';

/** Distances that planners' questions name most. */
const QUICK_DISTANCES_M = [50, 100, 200, 300, 500, 800];

/** Times that they name most. */
const QUICK_MINUTES = [5, 10, 15, 20, 30];

/** Shares that they name most, in %; 0 is any part at all. */
const QUICK_SHARES = [0, 10, 25, 50, 80, 100];
