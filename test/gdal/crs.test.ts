import proj4 from 'proj4';
import { beforeAll, describe, expect, it } from 'vitest';
import { PROJ_DEFINITIONS } from '../../src/domain/crs.ts';
import { identifyCrs, toDegrees } from '../../src/gdal/crs.ts';
import type { GdalModule } from '../../src/gdal/gdal-module.ts';
import { startGdalModule } from '../helpers/write-with-gdal.ts';

let gdal: GdalModule;

beforeAll(async () => {
  gdal = await startGdalModule();
});

/** NTF as PROJ has it without grids: EPSG:1193. */
const NTF = '+a=6378249.2 +b=6356515 +towgs84=-168,-60,320,0,0,0,0 +pm=paris +units=m +no_defs';

describe('positions in degrees', () => {
  it.each([
    ['EPSG:2154', PROJ_DEFINITIONS['EPSG:2154'], [680000, 7040000], 1e-9],
    ['EPSG:3950', PROJ_DEFINITIONS['EPSG:3950'], [1680000, 9250000], 1e-9],
    ['EPSG:3857', 'EPSG:3857', [302653, 6525823], 1e-9],
    ['EPSG:32631', '+proj=utm +zone=31 +datum=WGS84', [480037, 5589497], 1e-9],
    [
      'EPSG:27572',
      `+proj=lcc +lat_1=46.8 +lat_0=46.8 +lon_0=0 +k_0=0.99987742 +x_0=600000 +y_0=2200000 ${NTF}`,
      [627200, 2606987],
      1e-8,
    ],
    ['EPSG:2975', '+proj=utm +zone=40 +south +ellps=GRS80', [338000, 7690000], 1e-8],
  ])('%s agrees with proj4', (code, definition, position, tolerance) => {
    const [lng, lat] = proj4(definition, 'EPSG:4326', position) as [number, number];
    const [x, y] = toDegrees(gdal, Float64Array.from(position), code);
    expect(Math.abs(x! - lng)).toBeLessThan(tolerance);
    expect(Math.abs(y! - lat)).toBeLessThan(tolerance);
  });

  it('longitude stands first whatever the registry says', () => {
    for (const crs of ['EPSG:4326', 'OGC:CRS84', 'EPSG:4171', 'EPSG:4258']) {
      const degrees = toDegrees(gdal, Float64Array.of(2.6, 50.5), crs);
      expect(degrees[0]).toBeCloseTo(2.6, 9);
      expect(degrees[1]).toBeCloseTo(50.5, 9);
    }
  });

  it('every position of several blocks is transformed', () => {
    const count = 150_000;
    const xy = new Float64Array(2 * count).map((_, i) => (i % 2 ? 7_040_000 : 650_000 + i / 4));
    const degrees = toDegrees(gdal, xy, 'EPSG:2154');
    for (const i of [0, 65_535, 65_536, 131_072, count - 1]) {
      const [lng, lat] = proj4(PROJ_DEFINITIONS['EPSG:2154'], 'EPSG:4326', [
        xy[2 * i]!,
        xy[2 * i + 1]!,
      ]);
      expect(degrees[2 * i]).toBeCloseTo(lng!, 9);
      expect(degrees[2 * i + 1]).toBeCloseTo(lat!, 9);
    }
  });

  it.each(['EPSG:99999', 'http://127.0.0.1/crs', '/usr/share/proj/proj.db', 'PROJCS["x"', ''])(
    '%j is unknown',
    (crs) => {
      expect(() => toDegrees(gdal, Float64Array.of(0, 0), crs)).toThrow(
        expect.objectContaining({ code: 'crs-unknown' }),
      );
    },
  );
});

describe('a CRS that is defined without code', () => {
  const rgf = 'GEOGCS["unnamed",DATUM["RGF93",SPHEROID["GRS 80",6378137,298.257222101]]';
  const ntf = 'GEOGCS["x",DATUM["NTF_Paris",SPHEROID["Clarke 1880 (IGN)",6378249.2,293.4660213]]';
  const paris = 'PRIMEM["Paris",2.33722917],UNIT["degree",0.0174532925199433]]';
  const greenwich = 'PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]';
  const lambert = (base: string, parameters: Record<string, number>) => {
    const list = Object.entries(parameters).map(([name, value]) => `PARAMETER["${name}",${value}]`);
    return `PROJCS["unnamed",${base},PROJECTION["Lambert_Conformal_Conic_2SP"],${list},UNIT["Meter",1]]`;
  };
  const conic = (lat: number, first: number, second: number, east: number, north: number) => ({
    latitude_of_origin: lat,
    central_meridian: 3,
    standard_parallel_1: first,
    standard_parallel_2: second,
    false_easting: east,
    false_northing: north,
  });

  it.each([
    ['EPSG:2154', lambert(`${rgf},${greenwich}`, conic(46.5, 49.00000000002, 44, 7e5, 6.6e6))],
    ['EPSG:3950', lambert(`${rgf},${greenwich}`, conic(50, 49.25, 50.75, 1.7e6, 9.2e6))],
    ['EPSG:3942', lambert(`${rgf},${greenwich}`, conic(42, 41.25, 42.75, 1.7e6, 1.2e6))],
    [
      'EPSG:27572',
      lambert(`${ntf},${paris}`, {
        ...conic(46.8, 45.89891889, 47.69601444, 6e5, 2.2e6),
        central_meridian: 0,
      }),
    ],
    [
      'OGC:CRS84',
      `GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["W",6378137,298.257223563]],${greenwich}`,
    ],
    ['EPSG:4258', `${rgf},${greenwich}`],
    ['EPSG:3857', 'EPSG:3857'],
    ['EPSG:2154', 'EPSG:2154'],
    ['EPSG:2154', 'urn:ogc:def:crs:EPSG::2154'],
    ['EPSG:32631', '+proj=utm +zone=31 +datum=WGS84 +units=m'],
  ])('%s is recognised', (code, definition) => {
    expect(identifyCrs(gdal, definition)).toBe(code);
  });

  it('PROJ recognises by its name what has no parameters of ours', () => {
    const wkt =
      'PROJCS["RGR_1992_UTM_40S",GEOGCS["GCS_RGR_1992",DATUM["D_RGR_1992",SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",10000000.0],PARAMETER["Central_Meridian",57.0],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]';
    expect(identifyCrs(gdal, wkt)).toBe('EPSG:2975');
  });

  it('Lambert parameters on another meridian, unit or ellipsoid are not taken for ours', () => {
    const wkt = lambert(`${rgf},${greenwich}`, conic(46.5, 49, 44, 7e5, 6.6e6));
    const others = [
      wkt.replace('"central_meridian",3', '"central_meridian",4'),
      wkt.replace('UNIT["Meter",1]', 'UNIT["Foot",0.3048]'),
      wkt.replace('6378137,298.257222101', '6377397.155,299.1528128').replace('RGF93', 'Bessel'),
      wkt.replace('"standard_parallel_2",44', '"standard_parallel_2",45'),
    ];
    for (const other of others) expect(identifyCrs(gdal, other)).not.toBe('EPSG:2154');
  });

  it('nonsense has none', () => {
    for (const text of ['', 'PROJCS[', 'LOCAL_CS["x"]', '{"type":"x"}']) {
      expect(identifyCrs(gdal, text)).toBeNull();
    }
  });
});
