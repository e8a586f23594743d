import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { ShapeGeometry } from '../../domain/shape.ts';
import {
  moveVertex,
  removeVertex,
  splitAfterVertex,
  verticesOf,
} from '../../domain/shape-vertices.ts';
import type { LngLat } from '../../domain/units.ts';
import { toDegrees, toMetres } from '../../map/measure/places.ts';
import { setMark } from '../../state/measure-actions.ts';
import { useAct, useAppState, useEffects, useServices } from '../app-context.tsx';
import { PositionField } from '../outils/position-field.tsx';
import { coordonnees } from '../strings/coordonnees.ts';
import { vertices as words } from '../strings/vertices.ts';

/** The vertices of the shape that is being changed, for who has no pointer: one is chosen, moved, placed, taken away, or another added. */
export function VertexEditor({ name }: { name: string }) {
  const id = useId();
  const { takeOutline } = useEffects();
  const geometry = useAppState(
    ({ drawn }) => drawn.find((shape) => shape.name === name)?.geometry ?? null,
  );
  const crs = useAppState(({ catalogue }) => catalogue?.territory.metricCrs ?? 'EPSG:2154');
  const [chosen, setChosen] = useState(0);
  const [step, setStep] = useState<number>(10);
  const [past, setPast] = useState<ShapeGeometry[]>([]);
  const [said, setSaid] = useState('');
  const all = geometry ? verticesOf(geometry) : [];
  const index = Math.min(chosen, all.length - 1);
  const at = all[index] && asLngLat(all[index]);
  useVertexMark(at ?? null, words.vertex(index));
  if (!geometry || !at) return null;

  const take = (next: ShapeGeometry | null, told: string) => {
    if (!next) return setSaid(words.tooFew);
    setPast([...past, geometry]);
    setSaid(told);
    void takeOutline(next, name);
  };
  const place = (to: LngLat) =>
    take(moveVertex(geometry, index, [...to]), words.at(index, toMetres(to, crs)));
  const shift = ([east, north]: readonly [number, number], times = 1) => {
    const [x, y] = toMetres(at, crs);
    place(toDegrees([x + east * step * times, y + north * step * times], crs));
  };
  const undo = () => {
    const last = past.at(-1);
    if (!last) return;
    setPast(past.slice(0, -1));
    setSaid(words.undone);
    void takeOutline(last, name);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = words.directions.find(({ key }) => key === event.key);
    if (!direction) return;
    event.preventDefault();
    shift(direction.by, event.shiftKey ? 10 : 1);
  };
  return (
    <div className="vertex-editor">
      <p className="vertex-line">
        <label htmlFor={`${id}-vertex`}>{words.choose}</label>
        <select
          id={`${id}-vertex`}
          value={index}
          onChange={({ target }) => setChosen(Number(target.value))}
        >
          {all.map((position, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a vertex is its number, two may lie at one place
            <option key={i} value={i}>
              {words.at(i, toMetres(asLngLat(position), crs))}
            </option>
          ))}
        </select>
      </p>
      <fieldset className="vertex-line" aria-describedby={`${id}-keys`} onKeyDown={onKeyDown}>
        <legend className="visually-hidden">{words.move}</legend>
        {words.directions.map(({ key, label, sign, by }) => (
          <button
            key={key}
            type="button"
            className="button"
            aria-label={label}
            title={label}
            onClick={() => shift(by)}
          >
            {sign}
          </button>
        ))}
      </fieldset>
      <p className="vertex-line">
        <label htmlFor={`${id}-step`}>{words.step}</label>
        <select
          id={`${id}-step`}
          value={step}
          onChange={({ target }) => setStep(Number(target.value))}
        >
          {STEPS_M.map((metres) => (
            <option key={metres} value={metres}>
              {words.metres(metres)}
            </option>
          ))}
        </select>
      </p>
      <p id={`${id}-keys`} className="quiet">
        {words.keys}
      </p>
      <p className="vertex-line">
        <button
          type="button"
          className="button"
          onClick={() => take(splitAfterVertex(geometry, index), words.added)}
        >
          {words.add}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => take(removeVertex(geometry, index), words.removed)}
        >
          {words.remove}
        </button>
        <button type="button" className="button" disabled={past.length === 0} onClick={undo}>
          {words.undo}
        </button>
      </p>
      <PositionField
        label={words.place}
        hint={coordonnees.hint}
        button={words.placeButton}
        onPosition={place}
      />
      <p role="status" className="visually-hidden">
        {said}
      </p>
    </div>
  );
}

const asLngLat = ([lng = 0, lat = 0]: number[]): LngLat => [lng, lat];

/** Marks a vertex on the map as long as it is chosen; what was marked before is marked again after. */
function useVertexMark(at: LngLat | null, label: string): void {
  const act = useAct();
  const { store } = useServices();
  const before = useRef(store.getState().marked);
  const [lng, lat] = at ?? [];
  useEffect(() => {
    if (lng === undefined || lat === undefined) return;
    act((state) => setMark(state, { at: [lng, lat], label }));
  }, [act, lng, lat, label]);
  useEffect(() => {
    const marked = before.current;
    return () => act((state) => setMark(state, marked));
  }, [act]);
}

/** How far a vertex goes at a time, in metres. */
const STEPS_M = [1, 10, 100];
