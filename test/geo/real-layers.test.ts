import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeatureCollection, Geometry } from 'geojson';
import { describe, expect, test } from 'vitest';
import { distance } from '../../src/geo/distance.ts';
import { geometriesToColumn } from '../../src/geo/from-geojson.ts';
import { intersects } from '../../src/geo/intersects.ts';
import { createSide, type Side } from '../../src/geo/layer-index.ts';
import { projectColumn } from '../../src/geo/project.ts';
import { readWkb } from '../../src/geo/read-wkb.ts';
import { type RelateJob, type RelateResult, relateRows } from '../../src/geo/relate-rows.ts';
import { rowAreas } from '../../src/geo/row-measures.ts';
import { rowToGeometry } from '../../src/geo/to-geojson.ts';
import { within } from '../../src/geo/within.ts';
import { writeWkb } from '../../src/geo/write-wkb.ts';
import { type OracleGeometry, readJsts } from './read-jsts.ts';

const FOLDER = join(import.meta.dirname, '..', '..', '..', 'shared', 'real-data');

interface RealLayer {
  side: Side;
  rows: Uint32Array;
  oracles: OracleGeometry[];
}

function readLayer(path: string): RealLayer {
  const json = readFileSync(join(FOLDER, `${path}.geojson`), 'utf8');
  const { features } = JSON.parse(json) as FeatureCollection<Geometry | null>;
  const degrees = geometriesToColumn(features.map((feature) => feature.geometry));
  const side = createSide(projectColumn(degrees, 'EPSG:3950'));
  const rows = Uint32Array.from(features, (_, i) => i);
  return {
    side,
    rows,
    oracles: [...rows].map((row) => readJsts(rowToGeometry(side.column, row)!)),
  };
}

function run(job: RelateJob): RelateResult {
  const steps = relateRows(job);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

describe.skipIf(!existsSync(FOLDER))(
  'real layers (skipped where ../shared/real-data is absent)',
  () => {
    test('spoil heaps within 300 m of the UNESCO buffer zone are those that JSTS finds', () => {
      const heaps = readLayer('bassin-minier-unesco/terrils');
      const zone = readLayer('bassin-minier-unesco/zone-tampon');
      const nearest = heaps.oracles.map((heap) =>
        Math.min(...zone.oracles.map((area) => heap.distance(area))),
      );
      const { matched, measure } = run({
        kind: 'dWithin',
        distance: 300,
        a: heaps.side,
        rows: heaps.rows,
        b: zone.side,
        bRows: null,
      });
      expect([...matched]).toEqual([...heaps.rows].filter((row) => nearest[row]! <= 300));
      matched.forEach((row, i) => {
        expect(measure![i]).toBeCloseTo(nearest[row]!, 6);
      });
    });

    test('communes touch, hold and measure as in JSTS', () => {
      const { side, rows, oracles } = readLayer('bassin-minier-unesco/communes-mbm');
      const pairs = [...rows.subarray(0, 60)].flatMap((a) => [...rows].map((b) => [a, b] as const));
      const relate = (found: (a: number, b: number) => boolean) =>
        pairs.filter(([a, b]) => found(a, b));
      expect(relate((a, b) => intersects(side, a, side, b))).toEqual(
        relate((a, b) => oracles[a]!.intersects(oracles[b]!)),
      );
      expect(relate((a, b) => within(side, a, side, b))).toEqual(
        relate((a, b) => oracles[a]!.within(oracles[b]!)),
      );
      for (const [a, b] of pairs.filter((_, i) => i % 97 === 0)) {
        expect(distance(side, a, side, b)).toBeCloseTo(oracles[a]!.distance(oracles[b]!), 6);
      }
    });

    test('what buildings cover of the parcels of a commune is what JSTS finds', () => {
      const parcels = readLayer('cadastre/etalab-27412/parcelles');
      const buildings = readLayer('cadastre/etalab-27412/batiments');
      const { matched, measure } = run({
        kind: 'overlap',
        minShare: 0,
        a: parcels.side,
        rows: parcels.rows,
        b: buildings.side,
        bRows: null,
      });
      expect(matched.length).toBeGreaterThan(800);
      const areas = rowAreas(parcels.side.column);
      matched.forEach((row, i) => {
        expect(measure![i]).toBeLessThanOrEqual(areas[row]!);
        if (i % 10 !== 0) return;
        const { boxes } = parcels.side.index;
        const box = boxes.subarray(4 * row, 4 * row + 4) as unknown as [
          number,
          number,
          number,
          number,
        ];
        const near = buildings.side.index.searchRows(...box).map((b) => buildings.oracles[b]!);
        const union = near.reduce((one, other) => one.union(other));
        const wanted = parcels.oracles[row]!.intersection(union).getArea();
        expect(Math.abs(measure![i]! - wanted)).toBeLessThan(0.001);
      });
    });

    test('every geometry survives WKB', () => {
      const { side } = readLayer('cadastre/etalab-27412/batiments');
      const blobs = Array.from({ length: side.column.length }, (_, row) =>
        writeWkb(side.column, row),
      );
      expect(readWkb(blobs)).toEqual(side.column);
    });
  },
);
