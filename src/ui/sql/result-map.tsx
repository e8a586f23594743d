import { Map as MapIcon } from 'lucide-react';
import { useState } from 'react';
import type { SqlResult } from '../../domain/sql-result.ts';
import { showOnMap } from '../../state/sql-actions.ts';
import { useAct, useAppState, useEffects } from '../app-context.tsx';
import { sqlScreen } from '../strings/sql-screen.ts';

const words = sqlScreen.map;

/** The buttons that draw the geometries of a result, and what could not be drawn. Nothing without a column of geometry. */
export function ResultMap({ columns }: { columns: SqlResult['columns'] }) {
  const sqlMap = useAppState((state) => state.sqlMap);
  const { drawResult } = useEffects();
  const act = useAct();
  const [drawing, setDrawing] = useState<number | null>(null);
  const draw = async (place: number) => {
    setDrawing(place);
    await drawResult(place);
    setDrawing(null);
  };
  const geometries = columns.flatMap(({ name, type }, place) =>
    type === 'geometry' ? [{ name, place }] : [],
  );
  return (
    <>
      {geometries.map(({ name, place }) =>
        sqlMap?.column === place ? (
          <button
            key={place}
            type="button"
            className="button"
            onClick={() => act((state) => showOnMap(state, null))}
          >
            {words.hide}
          </button>
        ) : (
          <button
            key={place}
            type="button"
            className="button"
            disabled={drawing !== null}
            onClick={() => void draw(place)}
          >
            <MapIcon size={16} aria-hidden="true" />
            {drawing === place ? words.drawing : words.show(name)}
          </button>
        ),
      )}
      {sqlMap && (
        <button
          type="button"
          className="button"
          onClick={() => act((state) => showOnMap(state, state.sqlMap))}
        >
          {words.fit}
        </button>
      )}
    </>
  );
}

/** What is drawn of a result, and what could not be. */
export function MapNote() {
  const sqlMap = useAppState((state) => state.sqlMap);
  if (!sqlMap) return null;
  const { geometry, unplaced } = sqlMap.shapes;
  const drawn = geometry.kinds.reduce((sum, kind) => sum + (kind === 0 ? 0 : 1), 0);
  return (
    <div role="status">
      <p className="quiet">{words.shown(drawn)}</p>
      {unplaced.crs > 0 && <p className="sql-notice">{words.crs(unplaced.crs)}</p>}
      {unplaced.kind > 0 && <p className="sql-notice">{words.kind(unplaced.kind)}</p>}
    </div>
  );
}
