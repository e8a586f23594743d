import type { Geometry, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { Value } from '../../src/domain/feature.ts';
import type { LayerTable } from '../../src/loaders/layer-table.ts';
import { diffTables } from '../../src/versions/diff-tables.ts';
import { createLayerTable, createSquare } from '../helpers/create-layer.ts';

const diff = (from: LayerTable, to: LayerTable, key = 'id') =>
  diffTables({
    layer: 'essai',
    key,
    from: { version: 'a', table: from },
    to: { version: 'b', table: to },
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

  it('says that there is no common key, all rows being added and removed', () => {
    const from = createLayerTable([square()], { ancien: ['a'] });
    const found = diff(from, table([square(), null], ['a', 'b']));
    expect(found.fault).toBe('no-common-key');
    expect(found.added).toHaveLength(2);
    expect(found.removed).toEqual([{ key: '', row: 0 }]);
  });

  it('matches by the new key where both versions have it', () => {
    const columns = { code: ['x', 'y'] };
    const from = table([square(), square()], [1, 2], columns);
    const to = table([square(), square()], [2, 1], columns);
    const found = diff(from, to, 'code');
    expect(found.fault).toBeUndefined();
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
