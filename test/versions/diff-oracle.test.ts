import type { Geometry, Polygon } from 'geojson';
import GeometryFactory from 'jsts/org/locationtech/jts/geom/GeometryFactory.js';
import GeoJSONReader from 'jsts/org/locationtech/jts/io/GeoJSONReader.js';
import RelateOp from 'jsts/org/locationtech/jts/operation/relate/RelateOp.js';
import { expect, it } from 'vitest';
import type { Value } from '../../src/domain/feature.ts';
import { diffTables } from '../../src/versions/diff-tables.ts';
import { createLayerTable, createSquare } from '../helpers/create-layer.ts';

it('finds what a comparison of every row with every row by JTS finds, over 20 seeded pairs', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const random = createRandom(seed);
    const before = Array.from({ length: 60 }, (_, id) => createRow(random, id));
    const after = before.flatMap((row) => editRow(random, row)).sort(() => random() - 0.5);
    const [from, to] = [toTable(before), toTable(after)];
    const found = diffTables({
      layer: 'essai',
      from: { version: 'a', meta: { key: 'id' }, table: from },
      to: { version: 'b', meta: { key: 'id' }, table: to },
    });
    expect(summary(found), `seed ${seed}`).toEqual(bruteForce(before, after));
  }
});

interface Row {
  id: number;
  nom: Value;
  geometry: Geometry | null;
}

function createRow(random: () => number, id: number): Row {
  const [lng, lat] = [grid(2 + random()), grid(50 + random())];
  return { id, nom: random() < 0.1 ? null : `n${id}`, geometry: createSquare(lng, lat, 1 / 64) };
}

/** Rows are kept, dropped, doubled in number, renamed, moved, turned, or drawn with one vertex more. */
function editRow(random: () => number, row: Row): Row[] {
  const dice = random();
  const { coordinates } = row.geometry as Polygon;
  const ring = coordinates[0]!;
  const drawn = (points: typeof ring) => {
    return [{ ...row, geometry: { type: 'Polygon', coordinates: [points] } as Geometry }];
  };
  if (dice < 0.1) return [];
  if (dice < 0.2) return [row, { ...createRow(random, 1000 + row.id) }];
  if (dice < 0.3) return [{ ...row, nom: random() < 0.5 ? null : 'autre' }];
  if (dice < 0.4) return drawn(ring.map(([x, y]) => [x! + 1 / 1024, y!]));
  if (dice < 0.5) return drawn([...ring.slice(1), ring[1]!].toReversed());
  if (dice < 0.6)
    return drawn([ring[0]!, [ring[0]![0]! + 1 / 128, ring[0]![1]!], ...ring.slice(1)]);
  if (dice < 0.65) return [{ ...row, geometry: null }];
  return [row];
}

function bruteForce(before: Row[], after: Row[]) {
  const added: string[] = [];
  const changed: string[] = [];
  for (const row of after) {
    const old = before.find(({ id }) => id === row.id);
    if (!old) added.push(String(row.id));
    else {
      const moved = !isSame(old.geometry, row.geometry);
      const renamed = old.nom !== row.nom;
      if (moved || renamed) changed.push(`${row.id} ${moved} ${renamed}`);
    }
  }
  const removed = before.filter(({ id }) => !after.some((row) => row.id === id));
  return { added, removed: removed.map(({ id }) => String(id)), changed };
}

function summary({ added, removed, changed }: ReturnType<typeof diffTables>) {
  return {
    added: added.map(({ key }) => key),
    removed: removed.map(({ key }) => key),
    changed: changed.map(({ key, isMoved, fields }) => `${key} ${isMoved} ${fields.length > 0}`),
  };
}

function isSame(a: Geometry | null, b: Geometry | null): boolean {
  if (!a || !b) return a === b;
  const reader = new GeoJSONReader(new GeometryFactory());
  return RelateOp.equalsTopo(reader.read(a), reader.read(b));
}

function toTable(rows: Row[]) {
  return createLayerTable(
    rows.map(({ geometry }) => geometry),
    { id: rows.map(({ id }) => id), nom: rows.map(({ nom }) => nom) },
  );
}

/** Coordinates that doubles hold exactly, so that both see the same points. */
function grid(value: number): number {
  return Math.round(value * 1024) / 1024;
}

function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
