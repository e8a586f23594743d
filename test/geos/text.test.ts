import { beforeAll, describe, expect, it } from 'vitest';
import { type Geos, loadGeos } from '../../src/geos/geos.ts';

let geos: Geos;
beforeAll(async () => {
  geos = await loadGeos();
});

describe('WKT', () => {
  it.each([
    'POINT(1.5 -2)',
    'POINT EMPTY',
    'MULTIPOINT((1 2),(3 4))',
    'LINESTRING(0 0,1 1)',
    'MULTILINESTRING((0 0,1 1),(2 2,3 3,4 2))',
    'POLYGON((0 0,9 0,9 9,0 0),(5 1,6 1,6 2,5 1))',
    'MULTIPOLYGON(((0 0,1 0,1 1,0 0)),((4 0,5 0,5 1,4 0)))',
    'GEOMETRYCOLLECTION(POINT(1 2),GEOMETRYCOLLECTION(LINESTRING(0 0,1 1)))',
    'POINT(1670000.123456789 9250000.000000002)',
  ])('%s is read and written again', (wkt) => {
    expect(geos.toText(geos.fromText(wkt))).toBe(wkt);
  });

  it('is read with any case and space, its heights dropped', () => {
    expect(geos.toText(geos.fromText(' point z ( 1   2  3 ) '))).toBe('POINT(1 2)');
    expect(geos.fromText('LINESTRING Z(0 0 5,1 1 5)')).toEqual(
      geos.fromText('LINESTRING(0 0,1 1)'),
    );
  });

  it.each([
    '',
    'POLYGON((0 0,1 1',
    'POLYGON((0 0,1 0,1 1,0 1))',
    'LINESTRING(0 0)',
    'CARRÉ(0 0)',
    `${'GEOMETRYCOLLECTION('.repeat(20_000)}POINT(0 0)${')'.repeat(20_000)}`,
  ])('what is no WKT is refused: %.40s', (wkt) => {
    expect(() => geos.fromText(wkt)).toThrow(expect.objectContaining({ code: 'geometry-invalid' }));
  });

  it('is little-endian ISO WKB without SRID', () => {
    const wkb = geos.fromText('POINT(1 2)');
    expect(wkb).toHaveLength(21);
    expect([...wkb.subarray(0, 5)]).toEqual([1, 1, 0, 0, 0]);
  });
});

function hasFailed(action: () => unknown): boolean {
  try {
    action();
    return false;
  } catch {
    return true;
  }
}

describe('the memory of GEOS', () => {
  it('does not grow by 10 000 calls, failed ones included', () => {
    const parcel = geos.fromText('POLYGON((0 0,100 0,100 100,0 100,0 0))');
    const zone = geos.buffer(geos.fromText('LINESTRING(0 0,50 50,150 20)'), 30, 2);
    const bowtie = geos.fromText('POLYGON((0 0,90 90,90 0,0 90,0 0))');
    const turn = () => {
      geos.intersection(parcel, zone);
      geos.union([parcel, zone, parcel]);
      geos.toText(geos.buffer(geos.fromText('POINT(1 2)'), 5));
      geos.validReason(bowtie);
      geos.extract(geos.makeValid(bowtie), 'polygon');
      return [
        () => geos.intersection(bowtie, parcel),
        () => geos.fromText('POINT('),
        () => geos.centroid(parcel.subarray(0, 40)),
      ].filter(hasFailed).length;
    };
    expect(turn()).toBe(3);
    for (let i = 0; i < 50; i++) turn();
    const before = geos.memoryBytes();
    for (let i = 0; i < 1250; i++) turn();
    expect(geos.memoryBytes()).toBe(before);
  });
});
