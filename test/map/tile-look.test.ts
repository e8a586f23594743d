import { describe, expect, it } from 'vitest';
import type { LayerStyle } from '../../src/domain/layer.ts';
import type { DrawTile } from '../../src/engine/protocol.ts';
import { createMesh } from '../../src/geo/draw-mesh.ts';
import { geometriesToColumn } from '../../src/geo/from-geojson.ts';
import { tileNames } from '../../src/map/data/tile-names.ts';
import { tileLook } from '../../src/map/deck/tile-look.ts';
import { createSquare } from '../helpers/create-layer.ts';

const geometry = geometriesToColumn([createSquare(0, 0, 1), null, createSquare(1, 0, 1)]);
const tile: DrawTile = {
  rowGroup: 0,
  geometry,
  rows: Uint32Array.of(7, 8, 9),
  columns: { use: ['house', 'house', 'shed'], name: ['a', 'b', 'c'] },
  mesh: createMesh(geometry, { isFilled: true, isNamed: true }),
};
const plain: LayerStyle = {
  symbol: { fill: '#ff0000', fillOpacity: 1, line: '#0000ff', lineWidth: 2 },
};
const classed: LayerStyle = {
  ...plain,
  field: 'use',
  classes: [{ value: 'shed', label: 'Shed', symbol: { fill: '#00ff00', fillOpacity: 0.4 } }],
};

describe('the look of a tile', () => {
  it('is one colour and width where all its features look alike', () => {
    const { fill, line, segments } = tileLook(plain, tile);
    expect(fill).toEqual([255, 0, 0, 255]);
    expect(line).toEqual({ colour: [0, 0, 255, 255], width: 2 });
    expect(segments).toMatchObject({ length: 7, offsets: tile.mesh.edges });
  });

  it('is a colour a corner and a colour with its width an edge where classes tell features apart', () => {
    const { fill, line } = tileLook(classed, tile);
    expect(fill).toHaveLength(4 * 10);
    expect([...(fill as Uint8Array).subarray(16, 24)]).toEqual([255, 0, 0, 255, 0, 255, 0, 102]);
    const edges = [...((line?.colour ?? []) as Uint8Array)];
    expect(edges.slice(12, 20)).toEqual([0, 0, 255, 32, 0, 0, 0, 0]);
    expect(line?.width).toBe(1);
  });

  it('fills nothing with a tint that cannot be seen', () => {
    const faint = { symbol: { fill: '#ffffff', fillOpacity: 0.01, line: '#0000ff' } };
    expect(tileLook(faint, tile).fill).toBeNull();
    expect(tileLook({ symbol: { fill: '#ffffff' } }, tile).line).toBeNull();
  });

  it('keeps its geometry, the same objects, when the style changes', () => {
    const before = tileLook(plain, tile);
    const after = tileLook(classed, tile, before);
    expect(after.areas).toBe(before.areas);
    expect(after.segments).toBe(before.segments);
  });
});

describe('the names of tiles', () => {
  it('are those that stand in sight, with a rank that other tiles do not change', () => {
    const [only, ...others] = tileNames([tile], [1, 0, 2, 1]).features;
    expect(others).toEqual([]);
    expect(only).toMatchObject({ id: 9, properties: { name: 'c' } });
    expect(only?.geometry.coordinates[0]).toBeCloseTo(1.5);
    const both = tileNames([tile, { ...tile, rowGroup: 1 }], [0, 0, 2, 1]).features;
    expect(both.map(({ properties }) => properties?._rank)).toEqual(
      Array(4).fill(only?.properties?._rank),
    );
  });
});
