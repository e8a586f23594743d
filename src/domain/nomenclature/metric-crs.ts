import type { MetricCrs } from '../crs.ts';

/** What planners call each projected system: `CC50`, `Lambert-93`, `UTM 40 Sud`. */
export const CRS_NAMES: Record<MetricCrs, string> = {
  'EPSG:3950': 'CC50',
  'EPSG:3949': 'CC49',
  'EPSG:3948': 'CC48',
  'EPSG:3947': 'CC47',
  'EPSG:3946': 'CC46',
  'EPSG:3945': 'CC45',
  'EPSG:3944': 'CC44',
  'EPSG:3943': 'CC43',
  'EPSG:3942': 'CC42',
  'EPSG:2154': 'Lambert-93',
  'EPSG:5490': 'UTM 20 Nord',
  'EPSG:2972': 'UTM 22 Nord',
  'EPSG:2975': 'UTM 40 Sud',
  'EPSG:4471': 'UTM 38 Sud',
};

/** The name with the code: `CC50 (EPSG:3950)`. */
export const crsWithCode = (crs: MetricCrs): string => `${CRS_NAMES[crs]} (${crs})`;

/** The legal geodetic system that it is on, its name and its code: `RGF93 CC50 (EPSG:3950)`. */
export const crsInFull = (crs: MetricCrs): string => `${datumOf(crs)} ${crsWithCode(crs)}`;

function datumOf(crs: MetricCrs): string {
  return OVERSEAS_DATUMS[crs] ?? 'RGF93';
}

/** Decree 2000-1276 amended, on the legal references of coordinates. */
const OVERSEAS_DATUMS: Partial<Record<MetricCrs, string>> = {
  'EPSG:5490': 'RGAF09',
  'EPSG:2972': 'RGFG95',
  'EPSG:2975': 'RGR92',
  'EPSG:4471': 'RGM04',
};
