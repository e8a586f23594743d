import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { errorToData, isAbort } from '../../domain/errors.ts';
import { type LeastParcels, SPARED } from '../../domain/least-parcels.ts';
import { kindOf } from '../../state/drawing-actions.ts';
import { addVariant } from '../../state/scenario-actions.ts';
import { useAct, useAppState, useEffects } from '../app-context.tsx';
import { DrawButtons } from '../drawing/draw-buttons.tsx';
import { NumberField } from '../frame/number-field.tsx';
import { useErrorSentence } from '../frame/use-error-sentence.ts';
import { leastSentence, scenarios, shapeProblem } from '../strings/scenarios.ts';

const { least: words } = scenarios;
const PARCELS = 'parcelles';
const FARMLAND = 'parcelles_agricoles';

/** The whole parcels that a work needs within a drawn sector, by area, or by volume and depth. */
export function LeastFootprint() {
  const hasParcels = useAppState(({ catalogue }) =>
    Boolean(catalogue?.layers.some(({ id }) => id === PARCELS)),
  );
  if (!hasParcels) return null;
  return (
    <details className="least-footprint">
      <summary>
        <h3>{words.title}</h3>
      </summary>
      <p className="quiet">{words.intro}</p>
      <LeastForm />
    </details>
  );
}

type Spared = (typeof SPARED)[number];

function LeastForm() {
  const id = useId();
  const { found, problem, isSearching, search } = useSearch();
  const drawn = useAppState((state) => state.drawn);
  const sectors = drawn.filter(({ geometry }) => kindOf(geometry) === 'polygon');
  const [name, setName] = useState('');
  const [area, setArea] = useState(5000);
  const [volume, setVolume] = useState(Number.NaN);
  const [depth, setDepth] = useState(1);
  const [spare, setSpare] = useState<Spared>('parcels');
  const sector = sectors.find((own) => own.name === name) ?? sectors[0];
  const wanted = volume > 0 && depth > 0 ? volume / depth : area;
  const wantArea = (value: number) => {
    setArea(value);
    setVolume(Number.NaN);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (sector) void search({ shape: sector, area: wanted, spare });
  };
  if (!sector) {
    return (
      <>
        <p>{words.noSector}</p>
        <DrawButtons kinds={['polygon']} purpose="" />
      </>
    );
  }
  return (
    <form className="least-form" onSubmit={submit}>
      <label htmlFor={`${id}-sector`}>{words.sector}</label>
      <select
        id={`${id}-sector`}
        value={sector.name}
        onChange={({ target }) => setName(target.value)}
      >
        {sectors.map((own) => (
          <option key={own.name}>{own.name}</option>
        ))}
      </select>
      <span aria-hidden="true">{words.area}</span>
      <NumberField label={words.area} value={wanted} unit="m²" onChange={wantArea} />
      <span aria-hidden="true">{words.volume}</span>
      <NumberField label={words.volume} value={volume} unit="m³" onChange={setVolume} />
      <span aria-hidden="true">{words.depth}</span>
      <NumberField label={words.depth} value={depth} unit="m" onChange={setDepth} />
      <label htmlFor={`${id}-spare`}>{words.spare}</label>
      <select
        id={`${id}-spare`}
        value={spare}
        onChange={({ target }) => setSpare(SPARED.find((own) => own === target.value) ?? 'parcels')}
      >
        {SPARED.map((own) => (
          <option key={own} value={own}>
            {words.spared[own]}
          </option>
        ))}
      </select>
      <button type="submit" className="button" disabled={isSearching || !(wanted > 0)}>
        {isSearching ? words.searching : words.search}
      </button>
      {problem && (
        <p className="drawing-fault" role="alert">
          {problem}
        </p>
      )}
      {found && <Found found={found.parcels} spare={found.spare} />}
    </form>
  );
}

function Found({ found, spare }: { found: LeastParcels; spare: Spared }) {
  const act = useAct();
  const { addShape } = useEffects();
  const add = async () => {
    const name = await addShape({ name: words.name, geometry: found.geometry });
    act((state) => addVariant(state, name));
  };
  return (
    <div className="least-found">
      <p>{leastSentence(found, spare)}</p>
      <p className="quiet">{found.keys.join(', ')}</p>
      <button type="button" className="button" onClick={() => void add()}>
        {words.add}
      </button>
    </div>
  );
}

interface Wanted {
  shape: Parameters<ReturnType<typeof useEffects>['addShape']>[0];
  area: number;
  spare: Spared;
}

function useSearch() {
  const { leastParcels } = useEffects();
  const sentence = useErrorSentence();
  const hasFarmland = useAppState(({ catalogue }) =>
    Boolean(catalogue?.layers.some(({ id }) => id === FARMLAND)),
  );
  const [found, setFound] = useState<{ parcels: LeastParcels; spare: Spared } | null>(null);
  const [problem, setProblem] = useState('');
  const [isSearching, setSearching] = useState(false);
  const controller = useRef<AbortController | null>(null);
  useEffect(() => () => controller.current?.abort(), []);
  const search = async (wanted: Wanted) => {
    controller.current?.abort();
    const own = new AbortController();
    controller.current = own;
    setFound(null);
    setProblem('');
    setSearching(true);
    try {
      const request = { ...wanted, layer: PARCELS, farmland: hasFarmland ? FARMLAND : null };
      const parcels = await leastParcels(request, own.signal);
      if (parcels) setFound({ parcels, spare: wanted.spare });
      else setProblem(words.none);
    } catch (error) {
      if (isAbort(error)) return;
      const data = errorToData(error);
      const { count, limit } = data.context;
      const isLarge = data.code === 'too-large' && typeof count === 'number';
      setProblem(
        isLarge
          ? words.tooMany(count, Number(limit))
          : (shapeProblem(data) ?? sentence(data).title),
      );
    }
    setSearching(false);
  };
  return { found, problem, isSearching, search };
}
