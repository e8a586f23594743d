import { useCallback, useEffect, useId, useState } from 'react';
import { shapeExtent } from '../../domain/shape-extent.ts';
import { unionExtents } from '../../domain/union-extents.ts';
import { flyTo } from '../../state/actions.ts';
import type { AppState } from '../../state/app-state.ts';
import { addVariant, variantsOf } from '../../state/scenario-actions.ts';
import type { NamedFeature } from '../../state/scenario-effects.ts';
import { useAct, useAppState, useEffects } from '../app-context.tsx';
import { DrawButtons } from '../drawing/draw-buttons.tsx';
import { OtherWays } from '../drawing/other-ways.tsx';
import { scenarios } from '../strings/scenarios.ts';
import { LoadFootprint } from './load-footprint.tsx';

/** Who asks for shapes that are to be variants. */
export const SCENARIO_PURPOSE = 'scenario';

/** The ways to one more variant: draw it, take what is drawn, take a feature of a layer. */
export function AddVariant() {
  const count = useAppState((state) => state.scenario.variants.length);
  return (
    <details className="add-variant" open={count < 2}>
      <summary>
        <h3>{scenarios.addTitle}</h3>
      </summary>
      <DrawButtons kinds={['polygon', 'line']} purpose={SCENARIO_PURPOSE} />
      <DrawnShapes />
      <FromLayer />
      <OtherWays />
    </details>
  );
}

/** The state with the map on its way to all that is compared. */
function flyToVariants(state: AppState): AppState {
  const extents = variantsOf(state).flatMap(({ shapes }) =>
    shapes.map(({ geometry }) => shapeExtent(geometry)),
  );
  return extents.length > 0 ? flyTo(state, unionExtents(extents)) : state;
}

function DrawnShapes() {
  const act = useAct();
  const drawn = useAppState((state) => state.drawn);
  const variants = useAppState((state) => state.scenario.variants);
  const free = drawn.filter(({ name }) => !variants.some((variant) => variant.name === name));
  if (free.length === 0) return null;
  return (
    <p className="draw-buttons">
      {free.map(({ name }) => (
        <button
          key={name}
          type="button"
          className="button"
          onClick={() => act((state) => addVariant(state, name))}
        >
          {scenarios.addDrawn(name)}
        </button>
      ))}
    </p>
  );
}

/** Features that a list still lets one choose from. */
const MOST_FEATURES = 2000;

function FromLayer() {
  const id = useId();
  const act = useAct();
  const { addFeatureShape } = useEffects();
  const catalogue = useAppState((state) => state.catalogue);
  const [layer, setLayer] = useState('');
  const [key, setKey] = useState('');
  const [loaded, setLoaded] = useState('');
  const features = useNames(layer);
  const feature = features?.find((own) => own.key === key);
  const add = useCallback(
    async (from: string, { key: own, title }: NamedFeature) => {
      const name = await addFeatureShape({ layer: from, key: own }, title);
      if (name) act((state) => flyToVariants(addVariant(state, name)));
    },
    [act, addFeatureShape],
  );
  useEffect(() => {
    if (loaded === '' || loaded !== layer || !features) return;
    setLoaded('');
    const [only] = features;
    if (only && features.length === 1) void add(loaded, only);
  }, [loaded, layer, features, add]);
  const openLoaded = (own: string) => {
    setLayer(own);
    setKey('');
    setLoaded(own);
  };
  return (
    <fieldset className="from-layer">
      <legend>{scenarios.fromLayer}</legend>
      <LoadFootprint onLayer={openLoaded} />
      <label htmlFor={`${id}-layer`}>{scenarios.layer}</label>
      <select
        id={`${id}-layer`}
        value={layer}
        onChange={({ target }) => {
          setLayer(target.value);
          setKey('');
        }}
      >
        <option value="">{scenarios.chooseLayer}</option>
        {catalogue?.layers
          .filter(({ id: own, file }) => file.rows <= MOST_FEATURES || own === layer)
          .map(({ id: value, title }) => (
            <option key={value} value={value}>
              {title}
            </option>
          ))}
      </select>
      <label htmlFor={`${id}-feature`}>{scenarios.feature}</label>
      <select
        id={`${id}-feature`}
        value={key}
        disabled={!features}
        onChange={({ target }) => setKey(target.value)}
      >
        <option value="">{scenarios.chooseFeature}</option>
        {features?.map((own) => (
          <option key={own.key} value={own.key}>
            {own.label}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="button"
        disabled={!feature}
        onClick={() => feature && void add(layer, feature)}
      >
        {scenarios.add}
      </button>
      <p className="quiet">{scenarios.large(MOST_FEATURES)}</p>
    </fieldset>
  );
}

function useNames(layer: string): NamedFeature[] | null {
  const { namesOf } = useEffects();
  const [names, setNames] = useState<{ layer: string; features: NamedFeature[] } | null>(null);
  useEffect(() => {
    let isGone = false;
    if (layer) {
      namesOf(layer).then((features) => {
        if (!isGone) setNames({ layer, features });
      });
    }
    return () => {
      isGone = true;
    };
  }, [layer, namesOf]);
  return names?.layer === layer ? names.features : null;
}
