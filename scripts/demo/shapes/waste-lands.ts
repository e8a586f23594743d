import type { Position } from 'geojson';
import type { Ground } from '../ground/ground.ts';
import { closeRing, distance } from '../ground/ring.ts';
import { findCommune } from './commune.ts';
import type { Estate } from './estates.ts';
import { polygonArea, ringCentre, shapeContains } from './polygon.ts';

/** Land that may lie derelict: a block of fields or woods at the edge of a town, or a former works. CC50 metres. */
export interface WasteLand {
  commune: string;
  polygon: Position[][];
  areaM2: number;
  centre: Position;
  isByRail: boolean;
  wasWorks: boolean;
}

/** Every land of the ground that may lie derelict and that no activity zone takes. */
export function wasteLands(ground: Ground, zones: Estate[]): WasteLand[] {
  const lands: WasteLand[] = [];
  for (const { commune, ring, edges, cover } of ground.blocks) {
    if (cover === 'bâti' || cover === 'eau') continue;
    const land = toLand(commune, [closeRing(ring)]);
    const { centre } = findCommune(ground, commune);
    if (land.areaM2 > LARGEST_M2 || distance(land.centre, centre) > FARTHEST_M) continue;
    if (zones.some((zone) => zone.commune === commune && holds(zone, ring))) continue;
    lands.push({ ...land, isByRail: edges.includes('rail'), wasWorks: cover === 'activité' });
  }
  return lands;
}

const LARGEST_M2 = 180_000;
const FARTHEST_M = 2200;

/** Whether an estate made of whole blocks holds a block: a point just inside one of the block's sides tells. */
function holds({ shape }: Estate, ring: Position[]): boolean {
  const [a, b] = [ring[0]!, ring[1]!];
  const length = distance(a, b);
  const [u, v] = [(b[0]! - a[0]!) / length, (b[1]! - a[1]!) / length];
  return shapeContains(shape, [
    (a[0]! + b[0]!) / 2 - v * INSIDE_M,
    (a[1]! + b[1]!) / 2 + u * INSIDE_M,
  ]);
}

const INSIDE_M = 0.05;

function toLand(commune: string, polygon: Position[][]) {
  return { commune, polygon, areaM2: polygonArea(polygon), centre: ringCentre(polygon[0]!) };
}
