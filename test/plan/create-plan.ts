import type { Geometry, Position } from 'geojson';
import type { Value } from '../../src/domain/feature.ts';
import type { Layer } from '../../src/domain/layer.ts';
import type { Xy } from '../../src/domain/units.ts';
import { geometriesToColumn } from '../../src/geo/from-geojson.ts';
import { unprojectPosition } from '../../src/geo/project.ts';
import { toGround } from '../../src/plan/frame.ts';
import type { PlanFrame } from '../../src/plan/plan.ts';
import type { PlanLayer } from '../../src/plan/read-plan-layers.ts';
import { createLayer } from '../helpers/create-catalogue.ts';

/** A frame of 100 by 80 mm at 1:5 000 in the middle of the territory. */
export function createFrame(changes: Partial<PlanFrame> = {}): PlanFrame {
  const centre: Xy = [1_675_000, 9_256_000];
  return { crs: 'EPSG:3950', centre, scale: 5000, widthMm: 100, heightMm: 80, ...changes };
}

/** The degrees of a place on a frame's paper. */
export function atPaper(frame: PlanFrame, [x, y]: Xy): Position {
  return [...unprojectPosition(toGround(frame, [x, y]), frame.crs)];
}

/** A line through places on a frame's paper. */
export function lineAt(frame: PlanFrame, places: Xy[]): Geometry {
  return { type: 'LineString', coordinates: places.map((place) => atPaper(frame, place)) };
}

/** A polygon whose rings run through places on a frame's paper; rings are closed here. */
export function polygonAt(frame: PlanFrame, rings: Xy[][]): Geometry {
  const coordinates = rings.map((ring) =>
    [...ring, ring[0] as Xy].map((place) => atPaper(frame, place)),
  );
  return { type: 'Polygon', coordinates };
}

/** The corners of a box on paper. */
export function boxRing(left: number, top: number, right: number, bottom: number): Xy[] {
  return [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ];
}

/** A layer of a plan as if it had been read. */
export function createPlanLayer(
  geometries: (Geometry | null)[],
  columns: Record<string, Value[]> = {},
  changes: Partial<Layer> = {},
): PlanLayer {
  return {
    layer: createLayer({ style: { symbol: { fill: '#cc0000', line: '#000000' } }, ...changes }),
    opacity: 1,
    table: { geometry: geometriesToColumn(geometries), columns },
    drawnFrom: null,
  };
}
