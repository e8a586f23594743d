import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createWorkload } from '../../scripts/bench/workload/create-workload.ts';
import type { GeometryColumn } from '../../src/geo/geometry-column.ts';
import { writeWkb } from '../../src/geo/write-wkb.ts';
import { loadGeos } from '../../src/geos/geos.ts';

const workload = createWorkload(1000, 5);

describe('the workload of the bench', () => {
  it('is the same on every machine', () => {
    const hash = createHash('sha256');
    for (const { geometry, columns } of Object.values(workload)) {
      hash.update(millimetres(geometry)).update(JSON.stringify(columns));
    }
    expect(hash.digest('hex').slice(0, 16)).toBe('ce50bf84ddde3fac');
  });

  it('has as many parcels as asked for, of some ten vertices', () => {
    const { length, xy } = workload.parcels.geometry;
    expect(length).toBe(1000);
    expect(xy.length / 2 / length).toBeGreaterThan(9.5);
    expect(xy.length / 2 / length).toBeLessThan(11.5);
    expect(new Set(workload.parcels.columns.id).size).toBe(1000);
  });

  it('has zones of about 4 600 vertices, some in parts and some with islands', () => {
    const { length, xy, partOffsets, ringOffsets } = workload.zones.geometry;
    expect(length).toBe(5);
    expect(xy.length / 2 / length).toBeGreaterThan(4400);
    expect(xy.length / 2 / length).toBeLessThan(4900);
    const parts = partOffsets[length] as number;
    expect(parts).toBeGreaterThan(length);
    expect(ringOffsets[parts]).toBeGreaterThan(parts);
  });

  it('is valid, and no two zones overlap', async () => {
    const geos = await loadGeos();
    const blobs = (column: GeometryColumn) =>
      Array.from({ length: column.length }, (_, row) => writeWkb(column, row) as Uint8Array);
    const zones = blobs(workload.zones.geometry);
    const all = [...blobs(workload.parcels.geometry), ...zones];
    expect(all.filter((wkb) => !geos.isValid(wkb))).toEqual([]);
    const overlapping = zones.flatMap((a, i) =>
      zones.slice(i + 1).filter((b) => !geos.toText(geos.intersection(a, b)).endsWith('EMPTY')),
    );
    expect(overlapping).toEqual([]);
  });
});

function millimetres({ xy }: GeometryColumn): Uint8Array {
  return new Uint8Array(Float64Array.from(xy, (v) => Math.round(v * 1000)).buffer);
}
