import { strToU8, zipSync } from 'fflate';
import proj4 from 'proj4';
import {
  createDbf,
  createShp,
  type DbfField,
  LAMBERT_93_WKT,
  type ShapeRings,
} from '../create-shapefile.ts';
import { squareIn } from './features.ts';
import type { Ground, GroundCommune } from './ground.ts';
import { LAMBERT_93 } from './land-use.ts';

/** Package of a TRI in the COVADIS form (standards §2.5), zipped Shapefiles in Lambert-93: extents by scenario, classes of depth. */
export function floodPackage({ communes }: Ground): Uint8Array {
  const flooded = communes.filter((_, index) => index % 8 === 0);
  const extents = flooded.map(({ code }, index) => {
    return [
      `SIN_${code}`,
      'FRA_TRI_BETH',
      '01',
      '',
      'La Lawe',
      SCENARIOS[index % 3] as string,
      '20130301',
      '',
      'E2',
    ];
  });
  const depths = flooded.map(({ code }, index) => {
    return [
      `ISO_${code}`,
      `SIN_${code}`,
      '01',
      '',
      SCENARIOS[index % 3] as string,
      '0.5',
      '1',
      'FRA_TRI_BETH',
    ];
  });
  const files = {
    ...shapefile('N_TRI_BETH_INONDABLE_01_01FOR_S_062', flooded, EXTENT_FIELDS, extents),
    ...shapefile('N_TRI_BETH_ISO_HT_01_01FOR_S_062', flooded, DEPTH_FIELDS, depths),
  };
  return zipSync(files, { mtime: new Date(2020, 11, 22) });
}

const SCENARIOS = ['01For', '02Moy', '04Fai'];

const text = (name: string, length: number): DbfField => ({ name, type: 'C', length });
const EXTENT_FIELDS = [
  text('ID_S_INOND', 30),
  text('ID_TRI', 17),
  text('TYP_INOND', 2),
  text('TYP_INOND2', 2),
  text('COURS_DEAU', 127),
  text('SCENARIO', 10),
  text('DATENTREE', 8),
  text('DATSORTIE', 8),
  text('EST_REF', 3),
];
const DEPTH_FIELDS = [
  text('ID_ZONE', 30),
  text('ID_S_INOND', 30),
  text('TYP_INOND', 2),
  text('TYP_INOND2', 2),
  text('SCENARIO', 10),
  { name: 'HT_MIN', type: 'N', length: 6 } as const,
  { name: 'HT_MAX', type: 'N', length: 6 } as const,
  text('ID_TRI', 17),
  text('DATENTREE', 8),
  text('DATSORTIE', 8),
  text('EST_REF', 3),
];

function shapefile(
  name: string,
  communes: GroundCommune[],
  fields: readonly DbfField[],
  records: string[][],
) {
  const shapes = communes.map((commune): ShapeRings => {
    const [ring = []] = squareIn(commune, 0, 3).coordinates;
    // Shells of Shapefiles go clockwise.
    return [
      ring.map((at) => proj4(LAMBERT_93, at as [number, number]) as [number, number]).reverse(),
    ];
  });
  return {
    [`${name}.shp`]: createShp(shapes),
    [`${name}.dbf`]: createDbf([...fields], records, strToU8),
    [`${name}.prj`]: strToU8(LAMBERT_93_WKT),
    [`${name}.cpg`]: strToU8('UTF-8'),
  };
}
