import { useEffect, useRef, useState } from 'react';
import { errorToData } from '../../domain/errors.ts';
import type { Field, LayerMeta, LayerStyle } from '../../domain/layer.ts';
import { CLASS_METHODS, type ClassMethod } from '../../publish/style/classify.ts';
import {
  choiceOf,
  MAX_CATEGORIES,
  type StyleChoice,
  type StyledLayer,
  type ValueCount,
} from '../../publish/style/make-style.ts';
import {
  CATEGORY_COLOURS,
  MAX_CLASSES,
  RAMPS,
  type Ramp,
  rampColours,
} from '../../publish/style/palettes.ts';
import { addNotice } from '../../state/actions.ts';
import { useAct, useEffects } from '../app-context.tsx';
import { publier } from '../strings/publier.ts';
import { makeStyleAside } from './make-style-aside.ts';
import { SelectField } from './meta-field.tsx';

const words = publier.style;

interface StyleFormProps {
  /** Id of the temporary layer that is styled: its values are asked of the engine. */
  layer: string;
  meta: LayerMeta;
  /** What was chosen before; null when nothing was. */
  choice: StyleChoice | null;
  /** The symbology of the standard, where there is one. */
  official: LayerStyle | null;
  onStyle: (choice: StyleChoice, style: LayerStyle) => void;
}

/** The form that makes the style of a layer: every choice is drawn at once. */
export function StyleForm({ layer, meta, choice, official, onStyle }: StyleFormProps) {
  const [current, setCurrent] = useState<StyleChoice>(choice ?? choiceOf(meta.style));
  const field = 'field' in current ? current.field : null;
  const values = useFieldValues(layer, field);
  const pending = useRef<StyleChoice | null>(null);
  const [drawn, setDrawn] = useState(() => choice && drawnAs(choice, meta.style));
  const make = useMaking();
  const labels = useRef({});
  labels.current = labelsOf(meta.style);

  /** Draws a choice as soon as the values of its field are there. */
  useEffect(() => {
    const wanted = pending.current;
    const isThere = wanted && (!('field' in wanted) || values?.field === wanted.field);
    if (!wanted || !isThere) return;
    pending.current = null;
    make(wanted, styledLayer(wanted, meta, values?.values ?? []), (style) => {
      setDrawn(drawnAs(wanted, style));
      onStyle(wanted, { ...style, ...labels.current });
    });
  });

  const change = (next: StyleChoice) => {
    pending.current = next;
    setCurrent(next);
  };
  const takeOfficial = () => {
    if (official) onStyle(current, { ...official, ...labels.current });
  };
  return (
    <div className="publier-form">
      {official && (
        <button type="button" className="button" onClick={takeOfficial}>
          {words.officialUse}
        </button>
      )}
      <SelectField
        label={words.kind}
        value={current.kind}
        options={kindsFor(meta).map((kind) => [kind, words.kinds[kind]])}
        onChange={(kind) => change(startOf(kind as StyleChoice['kind'], meta, field))}
      />
      {'field' in current && (
        <SelectField
          label={words.field}
          value={current.field}
          options={fieldsFor(current.kind, meta).map(({ name, label }) => [name, label])}
          onChange={(name) => change({ ...current, field: name })}
        />
      )}
      {field && values?.field !== field && <p role="status">{words.reading}</p>}
      {current.kind === 'classes' && <ClassFields choice={current} onChange={change} />}
      {'colour' in current && (
        <label className="publier-field">
          <span>{words.colour}</span>
          <input
            type="color"
            value={current.colour}
            onChange={(event) => change({ ...current, colour: event.target.value })}
          />
        </label>
      )}
      {current.kind === 'proportional' && (
        <label className="publier-field">
          <span>{words.radius}</span>
          <input
            type="range"
            min={6}
            max={40}
            value={current.maxRadius}
            aria-valuetext={`${current.maxRadius} px`}
            onChange={(event) => change({ ...current, maxRadius: Number(event.target.value) })}
          />
        </label>
      )}
      <Remark
        choice={current}
        values={values?.field === field ? values.values : null}
        classes={drawn?.choice === current ? drawn.classes : null}
      />
      <SelectField
        label={words.label}
        value={meta.style.labelField ?? ''}
        options={meta.fields.map(({ name, label }) => [name, label])}
        unset={words.noLabel}
        onChange={(name) => {
          const { labelField: _before, ...rest } = meta.style;
          onStyle(current, name ? { ...rest, labelField: name } : rest);
        }}
      />
    </div>
  );
}

function ClassFields({
  choice,
  onChange,
}: {
  choice: Extract<StyleChoice, { kind: 'classes' }>;
  onChange: (choice: StyleChoice) => void;
}) {
  return (
    <>
      <SelectField
        label={words.method}
        value={choice.method}
        options={CLASS_METHODS.map((method) => [method, words.methods[method]])}
        onChange={(method) => onChange({ ...choice, method: method as ClassMethod })}
      />
      <SelectField
        label={words.count}
        value={String(choice.count)}
        options={Array.from({ length: MAX_CLASSES - 1 }, (_, i) => [`${i + 2}`, `${i + 2}`])}
        onChange={(count) => onChange({ ...choice, count: Number(count) })}
      />
      <fieldset className="publier-ramps">
        <legend>{words.ramp}</legend>
        {RAMPS.map((ramp: Ramp) => (
          <label key={ramp} title={words.ramps[ramp]}>
            <input
              type="radio"
              name="ramp"
              aria-label={words.ramps[ramp]}
              checked={choice.ramp === ramp}
              onChange={() => onChange({ ...choice, ramp })}
            />
            <RampSwatch ramp={ramp} count={choice.count} />
          </label>
        ))}
        <p className="quiet">{words.safe}</p>
      </fieldset>
    </>
  );
}

function RampSwatch({ ramp, count }: { ramp: Ramp; count: number }) {
  const colours = rampColours(ramp, count);
  return (
    <svg
      viewBox={`0 0 ${colours.length} 1`}
      preserveAspectRatio="none"
      className="publier-ramp"
      aria-hidden="true"
    >
      {colours.map((colour, index) => (
        <rect key={colour} x={index} width="1" height="1" fill={colour} />
      ))}
    </svg>
  );
}

interface RemarkProps {
  choice: StyleChoice;
  values: ValueCount[] | null;
  /** How many classes were made; null while they are not. */
  classes: number | null;
}

/** What a choice does not show as one may expect: fewer classes, values that share a symbol. */
function Remark({ choice, values, classes }: RemarkProps) {
  if (choice.kind === 'categories' && values && values.length > MAX_CATEGORIES) {
    return <p className="quiet">{words.others(MAX_CATEGORIES, values.length)}</p>;
  }
  if (choice.kind !== 'classes' || classes === null || classes >= choice.count) return null;
  return <p className="quiet">{words.fewer(classes)}</p>;
}

/** What was made of a choice. */
const drawnAs = (choice: StyleChoice, { classes = [] }: LayerStyle) => ({
  choice,
  classes: classes.length,
});

const isNumeric = ({ type }: Field) => type === 'integer' || type === 'number';

const kindsFor = (meta: LayerMeta): StyleChoice['kind'][] => [
  'single',
  ...(meta.fields.length > 0 ? (['categories'] as const) : []),
  ...(meta.fields.some(isNumeric) ? (['classes'] as const) : []),
  ...(meta.geometry === 'point' && meta.fields.some(isNumeric) ? (['proportional'] as const) : []),
];

/** The fields that a kind of style can be made of: numbers, or those whose values come back; the key never does. */
function fieldsFor(kind: StyleChoice['kind'], { fields, key }: LayerMeta): Field[] {
  const others = fields.filter(({ name }) => name !== key);
  if (kind === 'categories') return others.length > 0 ? others : fields;
  const numeric = others.filter(isNumeric);
  return numeric.length > 0 ? numeric : fields.filter(isNumeric);
}

const single = (colour: string): StyleChoice => ({ kind: 'single', colour });

function startOf(kind: StyleChoice['kind'], meta: LayerMeta, before: string | null): StyleChoice {
  const fields = fieldsFor(kind, meta);
  const field = (fields.find(({ name }) => name === before) ?? fields[0])?.name ?? meta.key;
  if (kind === 'categories') return { kind, field };
  if (kind === 'classes') return { kind, field, method: 'quantiles', count: 5, ramp: 'blues' };
  if (kind === 'proportional') {
    return { kind, field, colour: CATEGORY_COLOURS[0], maxRadius: 24 };
  }
  return single(CATEGORY_COLOURS[0]);
}

function styledLayer(choice: StyleChoice, meta: LayerMeta, values: ValueCount[]): StyledLayer {
  const name = 'field' in choice ? choice.field : null;
  const field = meta.fields.find((own) => own.name === name) ?? null;
  return { family: meta.geometry, field, values };
}

function labelsOf({ labelField, labelMinZoom }: LayerStyle): Partial<LayerStyle> {
  return {
    ...(labelField !== undefined && { labelField }),
    ...(labelMinZoom !== undefined && { labelMinZoom }),
  };
}

/** The values of a field, once the engine has counted them. */
function useFieldValues(layer: string, field: string | null) {
  const { fieldValues } = useEffects();
  const act = useAct();
  const [found, setFound] = useState<{ field: string; values: ValueCount[] } | null>(null);
  useEffect(() => {
    if (field === null) return;
    let isGone = false;
    fieldValues(layer, field)
      .then((values) => {
        if (!isGone) setFound({ field, values });
      })
      .catch((error: unknown) => {
        if (isGone) return;
        setFound({ field, values: [] });
        act((state) => addNotice(state, errorToData(error)));
      });
    return () => {
      isGone = true;
    };
  }, [layer, field, fieldValues, act]);
  return found;
}

/** Makes one style at a time: a later choice overtakes the one before, and so does leaving the form. */
function useMaking() {
  const act = useAct();
  const making = useRef<AbortController | null>(null);
  useEffect(() => () => making.current?.abort(), []);
  return (choice: StyleChoice, layer: StyledLayer, onMade: (style: LayerStyle) => void) => {
    making.current?.abort();
    const controller = new AbortController();
    making.current = controller;
    makeStyleAside(choice, layer, controller.signal)
      .then((style) => {
        if (!controller.signal.aborted) onMade(style);
      })
      .catch((error: unknown) => {
        if (!controller.signal.aborted) act((state) => addNotice(state, errorToData(error)));
      });
  };
}
