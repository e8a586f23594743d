import { type CrsTraits, codeOfTraits, parameterKey } from './crs-of-definition.ts';

/**
 * The CRS that a PROJJSON describes (https://proj.org/schemas/v0.7/projjson.schema.json), as GeoParquet holds one: the
 * code of one that is told by its parameters or gives one, else the PROJJSON as text, which GDAL may know. A bound or
 * compound system is its horizontal one.
 */
export function crsOfProjJson(definition: object): string {
  const system = horizontal(definition as ProjJson);
  return codeOfTraits(traitsOf(system)) ?? JSON.stringify(definition);
}

/** What is read of a PROJJSON; nothing of it is sure, for others wrote it. */
interface ProjJson {
  type?: string;
  name?: string;
  id?: { authority?: string; code?: string | number };
  components?: ProjJson[];
  source_crs?: ProjJson;
  base_crs?: ProjJson;
  datum?: Datum;
  datum_ensemble?: Datum;
  conversion?: { method?: { name?: string }; parameters?: { name?: string; value?: number }[] };
  coordinate_system?: { axis?: { unit?: string | { conversion_factor?: number } }[] };
}

interface Datum {
  name?: string;
  ellipsoid?: { semi_major_axis?: number | { value?: number } };
  prime_meridian?: { longitude?: number | { value?: number } };
}

function horizontal(system: ProjJson): ProjJson {
  const inner = system.components?.[0] ?? system.source_crs;
  return inner && typeof inner === 'object' ? horizontal(inner) : system;
}

function traitsOf(system: ProjJson): CrsTraits {
  const base = system.base_crs ?? system;
  const datum = base.datum ?? base.datum_ensemble;
  const { id } = system;
  const parameters = system.conversion?.parameters;
  return {
    name: String(system.name ?? ''),
    isGeographic: /^(Geographic|Geodetic)CRS$/.test(String(system.type)),
    datum: `${base.name ?? ''} ${datum?.name ?? ''}`,
    semiMajor: plainNumber(datum?.ellipsoid?.semi_major_axis),
    method: String(system.conversion?.method?.name ?? ''),
    parameters: Object.fromEntries(
      (Array.isArray(parameters) ? parameters : []).map(({ name, value }) => [
        parameterKey(String(name)),
        Number(value),
      ]),
    ),
    unit: unitOf(system),
    primeMeridian: plainNumber(datum?.prime_meridian?.longitude),
    authority: id ? `${id.authority}:${id.code}` : undefined,
  };
}

function unitOf({ coordinate_system }: ProjJson): number | undefined {
  const unit = coordinate_system?.axis?.[0]?.unit;
  if (unit === undefined || unit === 'metre' || unit === 'degree') return undefined;
  return typeof unit === 'object' ? (unit.conversion_factor ?? Number.NaN) : Number.NaN;
}

function plainNumber(value: number | { value?: number } | undefined): number | undefined {
  return typeof value === 'object' ? value?.value : value;
}
