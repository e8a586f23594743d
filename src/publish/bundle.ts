import { strFromU8, strToU8, type UnzipFileInfo, unzipSync, type Zippable, zipSync } from 'fflate';
import * as v from 'valibot';
import { layerMetaSchema } from '../domain/catalogue.ts';
import { AppError } from '../domain/errors.ts';
import type { Value } from '../domain/feature.ts';
import type { Field, LayerMeta } from '../domain/layer.ts';
import type { Delivery } from './delivery/delivery.ts';
import type { Finding } from './issue.ts';
import type { TableSchema } from './standards/table-schema.ts';
import { sha256 } from './write/sha-256.ts';

/** The bundle format that this code reads and writes. */
const BUNDLE_VERSION = 1;

/** One layer as its publisher left it, ready to be served. */
export interface BundledLayer {
  meta: LayerMeta;
  /** The GeoParquet file, rows in the order in which they are served. */
  data: Uint8Array<ArrayBuffer>;
  schema: TableSchema | null;
  madeFor: string | null;
  /** Version that was served when its publisher compared it; null for a layer that was new. */
  comparedWith: string | null;
  /** Rule → number of warnings that the publisher accepted. */
  accepted: Record<string, number>;
  /** Columns that the publisher keeps though they look personal. */
  keep: string[];
  /** What the readers of the source found: it cannot be found again in the GeoParquet. */
  findings: Finding[];
}

/** A table without geometry that rules look things up in. */
export interface BundledTable {
  name: string;
  path: string;
  fields: Field[];
  columns: Record<string, Value[]>;
}

/** All that the page hands to the command line. */
export interface Bundle {
  delivery: { kind: Delivery['kind']; files: string[]; tables: BundledTable[] };
  /** The files that were handed over, to be told again from their copies. */
  sources: { path: string; bytes: number; sha256: string }[];
  layers: BundledLayer[];
}

/** The bytes of a bundle: a zip. The same content gives the same bytes. */
export async function writeBundle({ layers, ...rest }: Bundle): Promise<Uint8Array<ArrayBuffer>> {
  const files: Zippable = {};
  const entries = [];
  for (const { data, ...layer } of layers) {
    const hash = await sha256(data);
    const file = `layers/${layer.meta.id}.${hash.slice(0, 8)}.parquet`;
    files[file] = [data, { level: 0 }];
    entries.push({ file, sha256: hash, ...layer });
  }
  const content = { format: FORMAT, version: BUNDLE_VERSION, ...rest, layers: entries };
  const json = strToU8(`${JSON.stringify(content, null, 1)}\n`) as Uint8Array<ArrayBuffer>;
  const seal = strToU8(`${await sha256(json)}\n`);
  return zipSync({ [CONTENT]: json, [SEAL]: seal, ...files }, { mtime: EPOCH, os: 0, level: 6 });
}

/** Whether a file is a bundle, told by the name of its first entry. Costs nothing. */
export function isBundle(bytes: Uint8Array): boolean {
  const name = strToU8(CONTENT);
  return bytes[0] === 0x50 && bytes[1] === 0x4b && name.every((code, i) => bytes[30 + i] === code);
}

/**
 * The bundle that `bytes` hold, each of its parts as it was written.
 * @throws {AppError} `source-unreadable`, reason `bundle-truncated`, `bundle-tampered` (with the part that is not as it
 * was written) or `bundle-version`.
 */
export async function readBundle(bytes: Uint8Array, source: string): Promise<Bundle> {
  const files = unzip(bytes, source);
  const json = files[CONTENT];
  const seal = files[SEAL];
  if (!json || !seal) throw fault(source, 'bundle-truncated', json ? SEAL : CONTENT);
  if ((await sha256(copyOf(json))) !== strFromU8(seal).trim()) {
    throw fault(source, 'bundle-tampered', CONTENT);
  }
  const content = JSON.parse(strFromU8(json)) as unknown;
  const { version } = content as { version: unknown };
  if (version !== BUNDLE_VERSION) throw fault(source, 'bundle-version', String(version));
  const parsed = v.safeParse(bundleSchema, content);
  if (!parsed.success) {
    throw fault(source, 'bundle-tampered', v.getDotPath(parsed.issues[0]) ?? CONTENT);
  }
  const { delivery, sources, layers } = parsed.output;
  const whole: BundledLayer[] = [];
  for (const { file, sha256: wanted, ...layer } of layers) {
    const data = files[file];
    if (!data) throw fault(source, 'bundle-truncated', file);
    const copy = copyOf(data);
    if ((await sha256(copy)) !== wanted) throw fault(source, 'bundle-tampered', file);
    whole.push({ ...(layer as unknown as Omit<BundledLayer, 'data'>), data: copy });
  }
  return { delivery, sources, layers: whole } as unknown as Bundle;
}

const FORMAT = 'arpent-publication';
const CONTENT = 'publication.json';
const SEAL = 'publication.sha256';

/** The first day that a zip can name: the date of a bundle must not change its bytes. */
const EPOCH = new Date(1980, 0, 1);

/** Beyond, what calls itself a description of layers is none. */
const MAX_JSON_BYTES = 200_000_000;

function unzip(bytes: Uint8Array, source: string): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter: isExpected });
  } catch (cause) {
    throw fault(source, 'bundle-truncated', 'zip', cause);
  }
}

/** Layers are stored as they are, so that none can swell; anything else in the zip is left where it is. */
function isExpected({ name, size, originalSize, compression }: UnzipFileInfo): boolean {
  if (name === CONTENT || name === SEAL) return originalSize <= MAX_JSON_BYTES;
  return compression === 0 && size === originalSize;
}

/** Bytes in a buffer of their own. */
const copyOf = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

function fault(source: string, reason: string, part: string, cause?: unknown): AppError {
  return new AppError(
    'source-unreadable',
    `${source}: ${reason} at ${part}`,
    { source, reason, part },
    cause,
  );
}

const findingSchema = v.looseObject({ rule: v.string(), row: v.null() });

const bundleSchema = v.object({
  format: v.literal(FORMAT),
  delivery: v.object({
    kind: v.string(),
    files: v.array(v.string()),
    tables: v.array(
      v.looseObject({
        name: v.string(),
        path: v.string(),
        fields: v.array(v.looseObject({ name: v.string(), type: v.string() })),
        columns: v.record(v.string(), v.array(v.unknown())),
      }),
    ),
  }),
  sources: v.array(v.object({ path: v.string(), bytes: v.number(), sha256: v.string() })),
  layers: v.array(
    v.object({
      file: v.pipe(v.string(), v.regex(/^layers\/[a-z][a-z0-9_]*\.[0-9a-f]{8}\.parquet$/)),
      sha256: v.string(),
      meta: layerMetaSchema,
      schema: v.nullable(v.looseObject({ id: v.string(), fields: v.array(v.looseObject({})) })),
      madeFor: v.nullable(v.string()),
      comparedWith: v.nullable(v.string()),
      accepted: v.record(v.string(), v.number()),
      keep: v.array(v.string()),
      findings: v.array(findingSchema),
    }),
  ),
});
