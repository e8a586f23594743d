import { GeometryBuilder } from '../../../src/geo/geometry-builder.ts';
import { GEOMETRY_KIND } from '../../../src/geo/geometry-column.ts';
import { selectRows } from '../../../src/geo/select-rows.ts';
import { hilbertOrder } from '../../../src/publish/write/hilbert-order.ts';
import { createRandom } from '../../demo/random.ts';
import { createParcels, type WorkloadLayer } from './parcels.ts';
import { BLOCK_M, FULL_ROWS, type Ground, groundFor, ORIGIN, toMillimetre } from './territory.ts';
import { createZones, zonesFor } from './zones.ts';

/** The three layers of the workload, in EPSG:3950 metres to the millimetre. */
export interface Workload {
  parcels: WorkloadLayer;
  zones: WorkloadLayer;
  points: WorkloadLayer;
}

/**
 * The fixed workload for that many parcels, 300 000 unless a scale is measured: parcels and points along a Hilbert
 * curve, as layers are published, and zones. The same on every machine. About 3 s for 300 000.
 */
export function createWorkload(parcels: number, zones = zonesFor(parcels)): Workload {
  const ground = groundFor(parcels);
  return {
    parcels: inSpatialOrder(createParcels(parcels, ground)),
    zones: createZones(zones, ground),
    points: inSpatialOrder(createPoints(parcels, ground)),
  };
}

/** Points anywhere on the ground, 20 000 with 300 000 parcels. Fields: `id`, `kind`. */
function createPoints(parcels: number, { columns, rows }: Ground): WorkloadLayer {
  const count = Math.max(1, Math.round((FULL_POINTS * parcels) / FULL_ROWS));
  const random = createRandom('points');
  const builder = new GeometryBuilder();
  const kinds: string[] = [];
  for (let i = 0; i < count; i++) {
    builder.startRow(GEOMETRY_KIND.point);
    const x = random.between(0, columns * BLOCK_M);
    const y = random.between(0, rows * BLOCK_M);
    builder.addVertex(toMillimetre(ORIGIN.x + x), toMillimetre(ORIGIN.y + y));
    builder.endRing();
    builder.endPart();
    builder.endRow();
    kinds.push(POINT_KINDS[random.integer(0, POINT_KINDS.length - 1)] as string);
  }
  const ids = kinds.map((_, i) => `P${String(i + 1).padStart(6, '0')}`);
  return { geometry: builder.finish(), columns: { id: ids, kind: kinds } };
}

function inSpatialOrder({ geometry, columns }: WorkloadLayer): WorkloadLayer {
  const order = hilbertOrder(geometry);
  const sorted = Object.entries(columns).map(([name, values]) => [
    name,
    Array.from(order, (row) => values[row] ?? null),
  ]);
  return { geometry: selectRows(geometry, order), columns: Object.fromEntries(sorted) };
}

const FULL_POINTS = 20_000;
const POINT_KINDS = ['arret', 'borne', 'commerce', 'ecole', 'puits'];
