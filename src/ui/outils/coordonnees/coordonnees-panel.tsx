import { markPlace } from '../../../state/measure-actions.ts';
import { useAct, useAppState, useEffects, useServices } from '../../app-context.tsx';
import { decimalDegrees, coordonnees as words } from '../../strings/coordonnees.ts';
import { drawing } from '../../strings/drawing.ts';
import { PositionField } from '../position-field.tsx';
import { PositionRows } from '../position-rows.tsx';
import { useMapCentre } from '../use-map-centre.ts';
import '../../styles/mesure.css';

/** Coordinates out, of the pointer or the middle of the map, and in: what is typed is marked, and the map goes there. */
export function CoordonneesPanel() {
  const act = useAct();
  const { store } = useServices();
  const { addShape } = useEffects();
  const pointer = useAppState((state) => state.pointer);
  const marked = useAppState((state) => state.marked);
  const centre = useMapCentre();
  const at = pointer ?? centre;
  const keep = () => {
    if (!marked) return;
    const name = drawing.newName('point', store.getState().drawn);
    void addShape({ name, geometry: { type: 'Point', coordinates: [...marked.at] } });
  };
  return (
    <div className="mesure">
      <span className="map-aim" />
      <h3>{pointer ? words.here.pointer : words.here.centre}</h3>
      {at ? <PositionRows at={at} /> : <p className="quiet">{words.noView}</p>}
      <h3>{words.goTitle}</h3>
      <PositionField
        label={words.label}
        hint={words.hint}
        button={words.go}
        onPosition={(position) =>
          act((state) => markPlace(state, { at: position, label: decimalDegrees(position) }))
        }
      />
      {marked && (
        <>
          <h3>{words.here.marked}</h3>
          <PositionRows at={marked.at} />
          <p className="mesure-steps">
            <button type="button" className="button" onClick={keep}>
              {words.keep}
            </button>
            <button
              type="button"
              className="button"
              onClick={() => act((state) => markPlace(state, null))}
            >
              {words.unmark}
            </button>
          </p>
        </>
      )}
      <p className="quiet">{words.precision}</p>
    </div>
  );
}
