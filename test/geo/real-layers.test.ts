import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeatureCollection, Geometry } from 'geojson';
import { describe, expect, test } from 'vitest';
import { geometriesToColumn } from '../../src/geo/from-geojson.ts';
import { createSide, type Side } from '../../src/geo/layer-index.ts';
import { type Pairs, pairRows } from '../../src/geo/pair-rows.ts';
import { PREDICATES, type PredicateKind } from '../../src/geo/predicates.ts';
import { projectColumn } from '../../src/geo/project.ts';
import { readWkb } from '../../src/geo/read-wkb.ts';
import { relateRows } from '../../src/geo/relate-rows.ts';
import { rowAreas } from '../../src/geo/row-measures.ts';
import { rowToGeometry } from '../../src/geo/to-geojson.ts';
import { writeWkb } from '../../src/geo/write-wkb.ts';
import { startGeosOracle } from './read-geos.ts';
import { type OracleGeometry, readJsts } from './read-jsts.ts';

const FOLDER = join(import.meta.dirname, '..', '..', '..', 'shared', 'real-data');

interface RealLayer {
  side: Side;
  rows: Uint32Array;
  oracles: OracleGeometry[];
}

function readSide(path: string): Side {
  const json = readFileSync(join(FOLDER, `${path}.geojson`), 'utf8');
  const { features } = JSON.parse(json) as FeatureCollection<Geometry | null>;
  const degrees = geometriesToColumn(features.map((feature) => feature.geometry));
  return createSide(projectColumn(degrees, 'EPSG:3950'));
}

function readLayer(path: string): RealLayer {
  const side = readSide(path);
  const rows = Uint32Array.from({ length: side.column.length }, (_, row) => row);
  return {
    side,
    rows,
    oracles: [...rows].map((row) => readJsts(rowToGeometry(side.column, row)!)),
  };
}

function listPairs({ a, b }: Pairs): [number, number][] {
  return Array.from(a, (row, i) => [row, b[i]!]);
}

function run<Result>(steps: Generator<number, Result>): Result {
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
      const { matched, measure } = run(
        relateRows({
          kind: 'dWithin',
          distance: 300,
          a: heaps.side,
          rows: heaps.rows,
          b: zone.side,
          bRows: null,
        }),
      );
      expect([...matched]).toEqual([...heaps.rows].filter((row) => nearest[row]! <= 300));
      matched.forEach((row, i) => {
        expect(measure![i]).toBeCloseTo(nearest[row]!, 6);
      });
    });

    test.each([
      ['cadastre/etalab-27412/parcelles', 'cadastre/etalab-27412/batiments'],
      ['cadastre/etalab-27412/parcelles', 'cadastre/etalab-27412/parcelles'],
      ['bassin-minier-unesco/communes-mbm', 'bassin-minier-unesco/communes-mbm'],
    ])('%s and %s relate as in GEOS, under every predicate', async (pathA, pathB) => {
      const geos = await startGeosOracle();
      const [a, b] = [readSide(pathA), readSide(pathB)];
      const read = ({ column }: Side) =>
        Array.from({ length: column.length }, (_, row) => geos.read(rowToGeometry(column, row)!));
      const [readA, readB] = [read(a), read(b)];
      const rows = Uint32Array.from(readA.keys()).filter((row) => geos.isValid(readA[row]!));
      const bRows = Uint32Array.from(readB.keys()).filter((row) => geos.isValid(readB[row]!));
      const near = listPairs(run(pairRows({ kind: 'dWithin', distance: 10, a, rows, b, bRows })));
      expect(near.length).toBeGreaterThan(500);
      for (const kind of Object.keys(PREDICATES) as PredicateKind[]) {
        const wanted = near.filter(([one, other]) =>
          geos.relates[kind](readA[one]!, readB[other]!),
        );
        expect(listPairs(run(pairRows({ kind, a, rows, b, bRows })))).toEqual(wanted);
      }
      geos.free();
    });

    test('what buildings cover of the parcels of a commune is what JSTS finds', () => {
      const parcels = readLayer('cadastre/etalab-27412/parcelles');
      const buildings = readLayer('cadastre/etalab-27412/batiments');
      const { matched, measure } = run(
        relateRows({
          kind: 'overlap',
          minShare: 0,
          a: parcels.side,
          rows: parcels.rows,
          b: buildings.side,
          bRows: null,
        }),
      );
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
