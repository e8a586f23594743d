import { type CrsTraits, codeOfTraits, parameterKey } from './crs-of-definition.ts';
import { childOf, parseWkt, type WktNode } from './wkt-tree.ts';

/**
 * The CRS that a WKT describes, that of a `.prj` for instance, as QGIS, ArcGIS, MapInfo or GeoMapper write it: the code
 * of one that is told by its parameters or gives one, else the WKT as it stands, which GDAL may know. A compound system
 * is its horizontal one. Text that is no WKT comes back trimmed.
 */
export function crsOfWkt(wkt: string): string {
  const text = wkt.replace(/^\uFEFF/, '').trim();
  const node = horizontal(parseWkt(text.slice(0, MAX_CHARACTERS)));
  return (node && codeOfTraits(traitsOf(node))) ?? text;
}

/** The name that a WKT gives its system; null for any other text. */
export function nameOfWkt(wkt: string): string | null {
  const name = parseWkt(wkt.slice(0, MAX_CHARACTERS))?.values[0];
  return typeof name === 'string' ? name : null;
}

function horizontal(node: WktNode | null | undefined): WktNode | null {
  if (!node) return null;
  if (SYSTEMS.includes(node.keyword)) return node;
  if (!WRAPPERS.includes(node.keyword)) return null;
  return horizontal(childOf(node, ...SYSTEMS, ...WRAPPERS));
}

function traitsOf(node: WktNode): CrsTraits {
  const isGeographic = GEOGRAPHIC.includes(node.keyword);
  const base = isGeographic ? node : childOf(node, ...GEOGRAPHIC, 'BASEGEOGCRS', 'BASEGEODCRS');
  const datum = childOf(base, 'DATUM', 'ENSEMBLE', 'GEODETICDATUM', 'TRF');
  const conversion = childOf(node, 'CONVERSION') ?? node;
  const id = childOf(node, 'AUTHORITY', 'ID');
  return {
    name: String(node.values[0] ?? ''),
    isGeographic,
    datum: `${base?.values[0] ?? ''} ${datum?.values[0] ?? ''}`,
    semiMajor: numberAt(childOf(datum, 'SPHEROID', 'ELLIPSOID'), 1),
    method: String(childOf(conversion, 'PROJECTION', 'METHOD')?.values[0] ?? ''),
    parameters: Object.fromEntries(
      conversion.children
        .filter(({ keyword }) => keyword === 'PARAMETER')
        .map(({ values }) => [parameterKey(String(values[0])), Number(values[1])]),
    ),
    unit: unitOf(node, isGeographic),
    primeMeridian: numberAt(childOf(base, 'PRIMEM', 'PRIMEMERIDIAN'), 1),
    authority: id && `${id.values[0]}:${id.values.length > 2 ? id.values.at(-1) : id.values[1]}`,
  };
}

/** Degrees or metres in the unit: WKT 1 gives radians, WKT 2 may give it with each axis. */
function unitOf(node: WktNode, isGeographic: boolean): number | undefined {
  const holder =
    childOf(node, ...UNITS) ?? childOf(childOf(node, 'AXIS'), ...UNITS) ?? childOf(node, 'CS');
  const size = numberAt(holder, 1);
  if (size === undefined || holder?.keyword === 'CS') return undefined;
  return isGeographic ? (size * 180) / Math.PI : size;
}

function numberAt(node: WktNode | undefined, index: number): number | undefined {
  const value = node?.values[index];
  return typeof value === 'number' ? value : undefined;
}

const MAX_CHARACTERS = 20_000;
const GEOGRAPHIC = ['GEOGCS', 'GEOGCRS', 'GEOGRAPHICCRS', 'GEODCRS', 'GEODETICCRS'];
const SYSTEMS = [...GEOGRAPHIC, 'PROJCS', 'PROJCRS', 'PROJECTEDCRS'];
const WRAPPERS = ['COMPD_CS', 'COMPOUNDCRS', 'BOUNDCRS', 'SOURCECRS'];
const UNITS = ['UNIT', 'LENGTHUNIT', 'ANGLEUNIT'];
