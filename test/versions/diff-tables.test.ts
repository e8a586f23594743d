import type { Geometry, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { Value } from '../../src/domain/feature.ts';
import type { LayerTable } from '../../src/loaders/layer-table.ts';
import { diffTables } from '../../src/versions/diff-tables.ts';
import { createLayerTable, createSquare } from '../helpers/create-layer.ts';

const diff = (from: LayerTable, to: LayerTable, key = 'id') =>
  diffTables({
    layer: 'essai',
    from: { version: 'a', meta: { key }, table: from },
    to: { version: 'b', meta: { key }, table: to },
  });
const table = (geometries: (Geometry | null)[], ids: Value[], columns = {}) =>
  createLayerTable(geometries, { id: ids, ...columns });
const square = (size = 0.01, lng = 2.5) => createSquare(lng, 50.5, size);
const isMoved = (before: Geometry | null, after: Geometry | null) =>
  diff(table([before], [1]), table([after], [1])).changed.length === 1;
const polygon = (...rings: Position[][]): Geometry => ({ type: 'Polygon', coordinates: rings });
const line = (...points: Position[]): Geometry => ({ type: 'LineString', coordinates: points });

describe('a diff of two versions', () => {
  it('tells rows added, removed, changed and unchanged by key, whatever their order', () => {
    const from = table([square(), square(), square()], ['a', 'b', 'c'], { nom: ['A', 'B', 'C'] });
    const to = table([square(), square(), square(0.02)], ['d', 'b', 'c'], {
      nom: ['D', 'b', 'C'],
    });
    expect(diff(from, to)).toMatchObject({
      from: 'a',
      to: 'b',
      added: [{ key: 'd', row: 0 }],
      removed: [{ key: 'a', row: 0 }],
      changed: [
        { key: 'b', rowBefore: 1, rowAfter: 1, isMoved: false, fields: ['nom'] },
        { key: 'c', rowBefore: 2, rowAfter: 2, isMoved: true, fields: [] },
      ],
      unchanged: 0,
    });
  });

  it('takes rows with a null or repeated key for added and removed', () => {
    const from = table([square(), square(), square(), square()], ['a', 'a', 'b', null]);
    const to = table([square(), square(), square(), square()], ['a', 'b', 'b', null]);
    const { added, removed, changed, unchanged } = diff(from, to);
    expect(added).toEqual([
      { key: 'a', row: 0 },
      { key: 'b', row: 1 },
      { key: 'b', row: 2 },
      { key: '', row: 3 },
    ]);
    expect(removed.map(({ row }) => row)).toEqual([0, 1, 2, 3]);
    expect([changed, unchanged]).toEqual([[], 0]);
  });

  it('does not count a field that came or went as a change of rows, nor one that is typed anew', () => {
    const from = table([square(), square()], ['1', '2'], { vieux: [1, 2], insee: ['62119', '7'] });
    const to = table([square(), square()], [1, 2], { neuf: [1, 2], insee: [62_119, 8] });
    expect(diff(from, to)).toMatchObject({
      fieldsAdded: ['neuf'],
      fieldsRemoved: ['vieux'],
      fieldsRetyped: ['id', 'insee'],
      changed: [{ key: '2', fields: ['insee'], isMoved: false }],
      unchanged: 1,
    });
  });

  it('matches by the new key where both versions have it', () => {
    const columns = { code: ['x', 'y'] };
    const from = table([square(), square()], [1, 2], columns);
    const to = table([square(), square()], [2, 1], columns);
    const found = diff(from, to, 'code');
    expect(found.key).toBe('code');
    expect(found.changed.map(({ key, fields }) => [key, fields])).toEqual([
      ['x', ['id']],
      ['y', ['id']],
    ]);
  });

  it('holds for empty versions', () => {
    expect(diff(table([], []), table([], []))).toMatchObject({ unchanged: 0, added: [] });
    expect(diff(table([], []), table([null], [1])).added).toHaveLength(1);
  });
});

describe('a diff of versions that no key tells apart', () => {
  const numbered = (geometries: (Geometry | null)[], columns: Record<string, Value[]>) =>
    createLayerTable(geometries, { fid: geometries.map((_, row) => row + 1), ...columns });
  const unkeyed = (from: LayerTable, to: LayerTable) => {
    const meta = { key: 'fid', isKeyMade: true };
    const [a, b] = [
      { version: 'a', meta, table: from },
      { version: 'b', meta, table: to },
    ];
    return diffTables({ layer: 'essai', from: a, to: b });
  };
  const place = (lng: number) => square(0.001, lng);

  it('matches by geometry, not by number, when a row is inserted before the others', () => {
    const zones = { typezone: ['U', 'U', 'N'] };
    const from = numbered([place(2.5), place(2.6), place(2.7)], zones);
    const to = numbered([place(2.4), place(2.7), place(2.5), place(2.6)], {
      typezone: ['AU', 'N', 'U', 'A'],
    });
    expect(unkeyed(from, to)).toMatchObject({
      key: null,
      added: [{ key: '1', row: 0 }],
      removed: [],
      changed: [{ key: '4', rowBefore: 1, rowAfter: 3, isMoved: false, fields: ['typezone'] }],
      unchanged: 2,
    });
  });

  it('takes the only rows of equal attributes for one that moved, and others for added and removed', () => {
    const from = numbered([place(2.1), place(2.2), place(2.3)], { nom: ['Gare', 'Bois', 'Bois'] });
    const to = numbered([place(2.6), place(2.7), place(2.8)], { nom: ['Bois', 'Bois', 'Gare'] });
    const { added, removed, changed } = unkeyed(from, to);
    expect(changed).toEqual([{ key: '3', rowBefore: 0, rowAfter: 2, isMoved: true, fields: [] }]);
    expect([added.length, removed.length]).toEqual([2, 2]);
  });

  it('says nothing of a shape that has moved where there is no attribute to know it by', () => {
    const found = unkeyed(numbered([place(2.1)], {}), numbered([place(2.2)], {}));
    expect([found.added.length, found.removed.length, found.changed]).toEqual([1, 1, []]);
  });

  it('matches rows of one place, and rows without geometry, by their attributes first', () => {
    const spot: Geometry = { type: 'Point', coordinates: [2.5, 50.5] };
    const from = numbered([spot, spot, spot, null, null], { nom: ['A', 'B', 'C', 'x', 'y'] });
    const to = numbered([null, spot, spot, spot, null], { nom: ['y', 'C', 'A', 'b', 'z'] });
    expect(unkeyed(from, to)).toMatchObject({
      added: [{ key: '5' }],
      removed: [{ key: '4' }],
      changed: [{ rowBefore: 1, rowAfter: 3, fields: ['nom'], isMoved: false }],
      unchanged: 3,
    });
  });

  it('knows a shape that is drawn with one more vertex by its attributes', () => {
    const ring = (...extra: Position[]) =>
      polygon([[2, 50], ...extra, [2.01, 50], [2, 50.01], [2, 50]]);
    const [from, to] = [ring(), ring([2.005, 50])].map((shape) =>
      numbered([shape], { nom: ['A'] }),
    );
    expect(unkeyed(from!, to!)).toMatchObject({ unchanged: 1, changed: [], added: [] });
  });

  it('matches by content too when a key is new, and then compares it no more than any new field', () => {
    const from = {
      version: 'a',
      meta: { key: 'fid', isKeyMade: true },
      table: numbered([place(2.1)], {}),
    };
    const to = {
      version: 'b',
      meta: { key: 'code' },
      table: createLayerTable([place(2.1), null], { code: ['a', 'b'] }),
    };
    expect(diffTables({ layer: 'essai', from, to })).toMatchObject({
      key: null,
      added: [{ key: 'b' }],
      unchanged: 1,
      fieldsAdded: ['code'],
      fieldsRemoved: [],
    });
  });

  it('holds against comparing every pair, for many squares at a millimetre more or less', () => {
    const lngs = Array.from({ length: 300 }, (_, i) => 2 + ((i * 37) % 300) * 4e-6);
    const from = numbered(lngs.map(place), {});
    const to = numbered(
      lngs.toReversed().map((lng, i) => place(lng + (i % 3 === 0 ? 2e-6 : 5e-9))),
      {},
    );
    const found = unkeyed(from, to);
    expect([found.added.length, found.removed.length, found.unchanged]).toEqual([100, 100, 200]);
  });
});

describe('a geometry in two versions', () => {
  const ring = [
    [2.5, 50.5],
    [2.51, 50.5],
    [2.51, 50.51],
    [2.5, 50.51],
    [2.5, 50.5],
  ];
  const turned = [...ring.slice(2, -1), ...ring.slice(0, 3)];
  const hole = [
    [2.502, 50.502],
    [2.502, 50.504],
    [2.504, 50.504],
    [2.502, 50.502],
  ];

  it('is the same wherever its ring starts, whichever way it turns, whatever the order of parts and holes', () => {
    const other = hole.map(([x, y]) => [x! + 0.003, y! + 0.003]);
    expect(isMoved(polygon(ring), polygon(turned))).toBe(false);
    expect(isMoved(polygon(ring), polygon(turned.toReversed()))).toBe(false);
    expect(isMoved(polygon(ring, hole, other), polygon(turned, other.toReversed(), hole))).toBe(
      false,
    );
    const far = ring.map(([x, y]) => [x! + 1, y!]);
    const parts = (...coordinates: Position[][][]): Geometry => {
      return { type: 'MultiPolygon', coordinates };
    };
    expect(isMoved(parts([ring], [far]), parts([far.toReversed()], [turned]))).toBe(false);
    expect(isMoved(parts([ring], [far]), parts([ring]))).toBe(true);
  });

  it('is the same drawn in the other direction, or with its points in another order', () => {
    const [a, b, c] = ring as [Position, Position, Position];
    expect(isMoved(line(a, b, c), line(c, b, a))).toBe(false);
    expect(isMoved(line(a, b, c, a), line(b, c, a, b))).toBe(false);
    expect(isMoved(line(a, b, c), line(b, c, a))).toBe(true);
    const points = (...coordinates: Position[]): Geometry => ({ type: 'MultiPoint', coordinates });
    expect(isMoved(points(a, b, c), points(c, a, b))).toBe(false);
    expect(isMoved(points(a, b, c), points(c, a, a))).toBe(true);
  });

  it('is the same with a vertex more on a side, and as a hole or a part cut otherwise', () => {
    const more = [ring[0]!, [2.505, 50.5], ...ring.slice(1)];
    expect(isMoved(polygon(ring), polygon(more))).toBe(false);
    expect(isMoved(polygon(ring), polygon(ring, hole))).toBe(true);
  });

  it('has moved beyond a millimetre, on the ground, in either direction', () => {
    const metre = 1 / 111_195;
    const shift = (dx: number, dy: number) =>
      polygon(turned.map(([x, y]) => [x! + dx, y! + dy * metre]));
    const cos = Math.cos((50.5 * Math.PI) / 180);
    expect(isMoved(polygon(ring), shift(0, 0.0009))).toBe(false);
    expect(isMoved(polygon(ring), shift(0, 0.0011))).toBe(true);
    expect(isMoved(polygon(ring), shift((0.0009 * metre) / cos, 0))).toBe(false);
    expect(isMoved(polygon(ring), shift((0.0011 * metre) / cos, 0))).toBe(true);
  });

  it('has changed when it appears, goes, or becomes of another kind', () => {
    expect(isMoved(null, null)).toBe(false);
    expect(isMoved(null, square())).toBe(true);
    expect(isMoved(square(), null)).toBe(true);
    expect(isMoved(polygon(ring), line(...ring))).toBe(true);
  });
});
