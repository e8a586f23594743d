import proj4 from 'proj4';
import { describe, expect, it } from 'vitest';
import { type MetricCrs, PROJ_DEFINITIONS } from '../../../src/domain/crs.ts';
import { AppError } from '../../../src/domain/errors.ts';
import type { Extent } from '../../../src/domain/units.ts';
import type { Gdal } from '../../../src/gdal/gdal.ts';
import { geometriesToRows } from '../../../src/geo/from-geojson.ts';
import { toDegrees } from '../../../src/publish/crs/to-degrees.ts';

const territory: { extent: Extent } = { extent: [2.35, 50.4, 2.85, 50.65] };
const noGdal = () => Promise.reject(new Error('GDAL is not needed'));
const point = (x: number, y: number, crs: string | null = null, path = 'f.shp') => ({
  path,
  crs,
  table: { ...geometriesToRows([{ type: 'Point', coordinates: [x, y] }]), columns: {} },
});
const place = (source: ReturnType<typeof point>, asked: string | null = null) =>
  toDegrees(source, asked, { gdal: noGdal, territory });
const rules = async (...given: Parameters<typeof place>) =>
  (await place(...given)).findings.map(({ rule, facts }) => [rule, facts]);
const failure = (reason: string) =>
  expect.objectContaining({
    code: 'crs-unknown',
    context: expect.objectContaining({ reason, source: 'f.shp' }),
  });

/** Lambert-93 and CC42 to CC50. */
const CONICS = Object.keys(PROJ_DEFINITIONS).filter((crs) => /2154|39\d\d/.test(crs));

/** Béthune, in several systems (figures of PROJ). */
const LAMBERT: [number, number] = [674_448.8, 7_048_138.9];

describe('bringing to degrees', () => {
  it.each([...CONICS, 'EPSG:3857'])('agrees with proj4 from %s', async (crs) => {
    const definition = PROJ_DEFINITIONS[crs as MetricCrs] ?? 'EPSG:3857';
    const [x, y] = proj4(definition).forward([2.64, 50.53]) as [number, number];
    const { geometry } = await place(point(x, y, crs));
    expect(geometry.xy[0]).toBeCloseTo(2.64, 10);
    expect(geometry.xy[1]).toBeCloseTo(50.53, 10);
  });

  it('agrees with GDAL to the tenth of a millimetre', async () => {
    const lambert = (await place(point(680_000, 7_040_000, 'EPSG:2154'))).geometry.xy;
    expect(Math.abs((lambert[0] as number) - 2.71877639385358)).toBeLessThan(1e-9);
    expect(Math.abs((lambert[1] as number) - 50.4571340318355)).toBeLessThan(1e-9);
    const cc50 = (await place(point(1_680_000, 9_250_000, 'EPSG:3950'))).geometry.xy;
    expect(Math.abs((cc50[0] as number) - 2.7183949142854)).toBeLessThan(1e-9);
    expect(Math.abs((cc50[1] as number) - 50.4492006652827)).toBeLessThan(1e-9);
  });

  it('takes all that is RGF93 or WGS 84 as one', async () => {
    for (const crs of ['EPSG:4171', 'EPSG:9782', 'EPSG:4258', 'urn:ogc:def:crs:EPSG::4326']) {
      expect((await place(point(2.6, 50.5, crs))).crs).toBe('OGC:CRS84');
    }
    expect((await place(point(...LAMBERT, 'EPSG:9794'))).crs).toBe('EPSG:2154');
    expect((await place(point(...LAMBERT, 'IGNF:LAMB93'))).crs).toBe('EPSG:2154');
  });

  it('guesses from the coordinates, by the territory first', async () => {
    expect(await rules(point(...LAMBERT))).toEqual([
      ['source.crs-guessed', { crs: 'EPSG:2154', isInTerritory: true }],
    ]);
    expect((await place(point(1_680_000, 9_250_000))).crs).toBe('EPSG:3950');
    // These metres are also in Lambert-93, in the west of France.
    expect((await place(point(294_000, 6_540_000))).crs).toBe('EPSG:3857');
    expect(await rules(point(500_000, 6_500_000))).toEqual([
      ['source.crs-guessed', { crs: 'EPSG:2154', isInTerritory: false }],
    ]);
    expect(await rules(point(2.6, 50.5, null, 'f.geojson'))).toEqual([]);
    expect(await rules(point(2.6, 50.5))).toHaveLength(1);
  });

  it('believes the file, then the option', async () => {
    expect(await rules(point(...LAMBERT), 'EPSG:2154')).toEqual([]);
    expect(await rules(point(...LAMBERT, 'EPSG:2154'), 'EPSG:3950')).toEqual([
      ['source.crs-ignored', { asked: 'EPSG:3950', crs: 'EPSG:2154' }],
    ]);
  });

  it('doubts a CRS that leads nowhere, and replaces it by one asked for that leads home', async () => {
    expect(await rules(point(2.6, 50.5, 'EPSG:2154'))).toEqual([
      ['source.crs-doubtful', { crs: 'EPSG:2154', other: 'OGC:CRS84' }],
    ]);
    expect(await rules(point(...LAMBERT, 'EPSG:3950'))).toEqual([
      ['source.crs-doubtful', { crs: 'EPSG:3950', other: 'EPSG:2154' }],
    ]);
    const replaced = await place(point(...LAMBERT, 'EPSG:3950'), 'EPSG:2154');
    expect(replaced.crs).toBe('EPSG:2154');
    expect(replaced.findings.map(({ rule }) => rule)).toEqual(['source.crs-replaced']);
    expect(await rules(point(-1.5, 47.2, 'OGC:CRS84'))).toEqual([]);
  });

  it('says that axes are swapped, in degrees and in metres', async () => {
    await expect(place(point(50.5, 2.6))).rejects.toThrow(failure('swapped'));
    await expect(place(point(50.5, 2.6, 'EPSG:4326'))).rejects.toThrow(failure('swapped'));
    await expect(place(point(LAMBERT[1], LAMBERT[0]))).rejects.toThrow(failure('swapped'));
  });

  it('refuses coordinates that are nowhere', async () => {
    await expect(place(point(9e7, 9e7))).rejects.toThrow(failure('coordinates'));
    await expect(place(point(...LAMBERT, 'OGC:CRS84'))).rejects.toThrow(failure('coordinates'));
  });

  it('gives GDAL the systems that are not ours', async () => {
    const gdal = {
      toDegrees: async () => Float64Array.of(2.6, 50.5),
      identifyCrs: async () => null,
    } as unknown as Gdal;
    const wkt = 'PROJCS["Lambert maison",GEOGCS["NTF"],PROJECTION["Lambert_Conformal_Conic_1SP"]]';
    const context = { gdal: async () => gdal, territory };
    expect(await toDegrees(point(6e5, 2.6e6, 'EPSG:27572'), null, context)).toMatchObject({
      crs: 'EPSG:27572',
      findings: [],
    });
    expect((await toDegrees(point(6e5, 2.6e6, wkt), null, context)).crs).toBe('Lambert maison');
    const strange = {
      ...gdal,
      toDegrees: async () => {
        throw new AppError('crs-unknown', 'no', { reason: 'unknown' });
      },
    } as unknown as Gdal;
    const lambert = point(...LAMBERT, 'Repère du chantier');
    const asked = { gdal: async () => strange, territory };
    await expect(toDegrees(lambert, null, asked)).rejects.toThrow(failure('unknown'));
    expect((await toDegrees(lambert, 'EPSG:2154', asked)).crs).toBe('EPSG:2154');
    const lost = { ...gdal, toDegrees: async () => Float64Array.of(Infinity, Infinity) } as Gdal;
    await expect(
      toDegrees(point(6e5, 2.6e6, wkt), null, { gdal: async () => lost, territory }),
    ).rejects.toThrow(failure('coordinates'));
  });

  it('does not let a few lost positions decide', async () => {
    const rows = [...Array.from({ length: 9 }, () => LAMBERT), [0, 0]];
    const geometries = rows.map((coordinates) => ({ type: 'Point' as const, coordinates }));
    const source = {
      path: 'f.shp',
      crs: null,
      table: { ...geometriesToRows(geometries), columns: {} },
    };
    expect((await place(source)).crs).toBe('EPSG:2154');
  });
});
