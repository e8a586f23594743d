import type { Feature, FeatureCollection, Geometry, Point, Position } from 'geojson';
import type { DrawBatch } from '../../engine/protocol.ts';
import { rowToGeometry } from '../../geo/to-geojson.ts';
import { LABEL_RANK } from '../style/label-specifications.ts';
import { propertiesOf } from './batch-to-geojson.ts';

/**
 * One point a polygon, where its name stands: the centroid of its largest part, or the middle of the widest stretch
 * of that part at the centroid's height when the centroid falls outside. Each carries the fields of the batch and a
 * rank, 0 to 1: the square root of its share of the greatest value of `rankField`, or of the greatest area.
 */
export function labelPoints(batch: DrawBatch, rankField?: string): FeatureCollection<Point> {
  const places = Array.from({ length: batch.geometry.length }, (_, i) =>
    placeOf(partsOf(rowToGeometry(batch.geometry, i))),
  );
  const weights = places.map((place, i) =>
    rankField ? Number(batch.columns[rankField]?.[i] ?? 0) : (place?.area ?? 0),
  );
  const greatest = weights.reduce((a, b) => Math.max(a, b), 0) || 1;
  const features: Feature<Point>[] = [];
  places.forEach((place, i) => {
    if (!place) return;
    features.push({
      type: 'Feature',
      id: batch.rows[i]!,
      geometry: { type: 'Point', coordinates: place.at },
      properties: {
        ...propertiesOf(batch.columns, i),
        [LABEL_RANK]: Math.sqrt(Math.max(0, weights[i]!) / greatest),
      },
    });
  });
  return { type: 'FeatureCollection', features };
}

interface Place {
  at: Position;
  /** In squared degrees: good for comparing neighbours only. */
  area: number;
}

function partsOf(geometry: Geometry | null): Position[][][] {
  if (geometry?.type === 'Polygon') return [geometry.coordinates];
  return geometry?.type === 'MultiPolygon' ? geometry.coordinates : [];
}

function placeOf(parts: Position[][][]): Place | null {
  let largest: { rings: Position[][]; centroid: Position; area: number } | null = null;
  for (const rings of parts) {
    const found = rings[0] && centroidOf(rings[0]);
    if (found && (!largest || found.area > largest.area)) largest = { rings, ...found };
  }
  if (!largest) return null;
  const { rings, centroid, area } = largest;
  return { at: widestStretch(rings, centroid), area };
}

function centroidOf(ring: Position[]): { centroid: Position; area: number } | null {
  const [x0, y0] = ring[0] as [number, number];
  let doubled = 0;
  let x = 0;
  let y = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax, ay] = [ring[i]![0]! - x0, ring[i]![1]! - y0];
    const [bx, by] = [ring[i + 1]![0]! - x0, ring[i + 1]![1]! - y0];
    const cross = ax * by - bx * ay;
    doubled += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  }
  if (doubled === 0) return null;
  return {
    centroid: [x0 + x / (3 * doubled), y0 + y / (3 * doubled)],
    area: Math.abs(doubled) / 2,
  };
}

/** The centroid when it lies inside, else the middle of the longest inside stretch of its parallel. */
function widestStretch(rings: Position[][], centroid: Position): Position {
  const [x, y] = centroid as [number, number];
  const crossings = rings.flatMap((ring) => crossingsOf(ring, y)).sort((a, b) => a - b);
  let best: Position = centroid;
  let width = 0;
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const [left, right] = [crossings[i]!, crossings[i + 1]!];
    if (left <= x && x <= right) return centroid;
    if (right - left > width) {
      width = right - left;
      best = [(left + right) / 2, y];
    }
  }
  return best;
}

function crossingsOf(ring: Position[], y: number): number[] {
  const crossings: number[] = [];
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax, ay] = ring[i] as [number, number];
    const [bx, by] = ring[i + 1] as [number, number];
    if (ay > y !== by > y) crossings.push(ax + ((y - ay) * (bx - ax)) / (by - ay));
  }
  return crossings;
}
