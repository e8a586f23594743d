/** Properties of a row of the GPU, and how many of its values were put into their present form. */
export interface GpuRow {
  properties: Record<string, unknown>;
  mended: number;
}

/**
 * A row of the GPU as the CNIG standard has it now. What is served is the union of all versions of it since 2013: fields of one are empty
 * in the rows of another. Codes get back the zero that spreadsheets lose (`2` → `02`), TYPEZONE its case, identifiers and information types
 * are taken from the field of a former version where the present one is empty, and empty texts are null. Fields that only the service itself
 * needs (`gid`, `gpu_status`…) are left out; `partition` and `gpu_doc_id` tell the document.
 */
export function gpuRow(own: Readonly<Record<string, unknown>>): GpuRow {
  const properties = Object.fromEntries(
    Object.entries(own)
      .filter(([name]) => !SERVICE_FIELDS.has(name))
      .map(([name, value]) => [name, value === '' ? null : value]),
  );
  let mended = 0;
  const set = (name: string, value: unknown) => {
    if (properties[name] !== value) mended += 1;
    properties[name] = value;
  };
  for (const [name, former] of Object.entries(FORMER_FIELDS)) {
    if (!(former in properties)) continue;
    if (filled(properties[former]) && !filled(properties[name])) set(name, properties[former]);
    delete properties[former];
  }
  for (const [name, length] of Object.entries(CODE_LENGTHS)) {
    const value = properties[name];
    if (/^\d+$/.test(String(value ?? ''))) set(name, String(value).padStart(length, '0'));
  }
  const zone = ZONES[String(properties.typezone).toLowerCase()];
  if (zone) set('typezone', zone);
  return { properties, mended };
}

/** Rows without the fields of former versions that none of them fills. */
export function withoutEmptyFormers(
  rows: readonly Record<string, unknown>[],
): Record<string, unknown>[] {
  const empty = FORMER_ONLY.filter((name) => rows.every((row) => !filled(row[name])));
  return rows.map((row) => {
    return Object.fromEntries(Object.entries(row).filter(([name]) => !empty.includes(name)));
  });
}

const filled = (value: unknown): boolean => value !== null && value !== undefined && value !== '';

const SERVICE_FIELDS = new Set(['gid', 'gpu_status', 'gpu_timestamp']);

/** Field of today → that of a former version which says the same. */
const FORMER_FIELDS: Record<string, string> = {
  lib_idzone: 'idzone',
  lib_idpsc: 'idpsc',
  lib_idinfo: 'idinfo',
  typeinf: 'typep',
  stypeinf: 'stypep',
};

const FORMER_ONLY = ['destdomi', 'insee', 'datappro'];

/** Digits of codes. */
const CODE_LENGTHS: Record<string, number> = {
  typepsc: 2,
  stypepsc: 2,
  typeinf: 2,
  stypeinf: 2,
  destdomi: 2,
  formdomi: 4,
};

/** TYPEZONE in small letters → as the standard writes it, those of 2013 and 2014 included. */
const ZONES: Record<string, string> = Object.fromEntries(
  ['U', 'AUc', 'AUs', 'A', 'N', 'Ah', 'Nh', 'Nd'].map((zone) => [zone.toLowerCase(), zone]),
);
