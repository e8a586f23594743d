import { Copy } from 'lucide-react';
import { nationalCrs } from '../../../domain/crs.ts';
import { crsWithCode } from '../../../domain/nomenclature/metric-crs.ts';
import { measurePositions } from '../../../map/measure/measure-shape.ts';
import type { Measure } from '../../../state/drawing-state.ts';
import { useAppState } from '../../app-context.tsx';
import { exactArea, exactLength, measureText, mesure as words } from '../../strings/mesure.ts';
import { PositionRows } from '../position-rows.tsx';
import { useCopy } from '../use-copy.ts';

/** The numbers of what is measured so far, and what they mean; the coordinates of a point. */
export function MeasuredFigures({ measure }: { measure: Measure }) {
  const { kind, vertices } = measure;
  const crs = useAppState((state) => state.catalogue?.territory.metricCrs ?? 'EPSG:2154');
  const [copied, copy] = useCopy();
  const [first] = vertices;
  if (kind === 'point') return first ? <PositionRows at={first} /> : null;
  if (vertices.length < 2) return <p className="quiet">{words.few[kind]}</p>;
  const isClosed = kind === 'polygon' && vertices.length > 2;
  const measured = measurePositions(vertices, isClosed, crs);
  const { area, length, segments } = measured;
  const system = crsWithCode(crs);
  return (
    <>
      <dl className="mesure-figures" aria-live="polite">
        {area !== null && (
          <>
            <dt>{words.area}</dt>
            <dd>{exactArea(area)}</dd>
          </>
        )}
        <dt>{isClosed ? words.perimeter : words.total}</dt>
        <dd>{exactLength(length)}</dd>
      </dl>
      {measured.isCrossing && (
        <p className="drawing-fault" role="alert">
          {words.crosses}
        </p>
      )}
      <details>
        <summary>{words.sides(segments.length)}</summary>
        <ol className="mesure-sides">
          {segments.map((metres, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a side is its place
            <li key={index}>{exactLength(metres)}</li>
          ))}
        </ol>
      </details>
      <details>
        <summary>{words.meaning}</summary>
        <p>{words.plane(system, measured)}</p>
        <p>{words.ellipsoid(measured)}</p>
        {crs !== nationalCrs(crs) && <p>{words.lambert93(measured)}</p>}
        <p>{words.ground}</p>
      </details>
      <button
        type="button"
        className="button"
        onClick={() => copy(measureText(isClosed ? 'polygon' : 'line', measured, system))}
      >
        <Copy size={16} aria-hidden="true" />
        <span aria-live="polite">
          {{ none: words.copy, copied: words.copied, refused: words.refused }[copied]}
        </span>
      </button>
    </>
  );
}
