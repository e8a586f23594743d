import type { Bundle, BundledLayer } from './bundle.ts';
import { writeBundle } from './bundle.ts';
import type { Delivery, DraftLayer } from './delivery/delivery.ts';
import type { Finding, Issue } from './issue.ts';
import type { PreparedLayer } from './prepare.ts';
import type { FinishedLayer } from './protocol.ts';
import type { SourceFile } from './source-file.ts';
import { READER_SEVERITIES } from './validate/reader-severities.ts';
import { encodeLayer } from './write/encode-layer.ts';
import { sha256 } from './write/sha-256.ts';

/** A layer as its publisher leaves it, with what it was prepared from and as. */
export interface LayerToBundle extends Omit<FinishedLayer, 'index'> {
  draft: DraftLayer;
  prepared: PreparedLayer;
  keep: string[];
}

/**
 * The bytes of a bundle of some layers of a delivery; `onLayer` hears of each before it is encoded.
 * @throws {AppError} as `encodeLayer`.
 */
export async function makeBundle(
  delivery: Delivery,
  files: readonly SourceFile[],
  layers: readonly LayerToBundle[],
  onLayer: (id: string, done: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const bundled: BundledLayer[] = [];
  for (const [done, { draft, prepared, meta, accepted, keep }] of layers.entries()) {
    onLayer(meta.id, done);
    const { data } = await encodeLayer(meta, prepared.table);
    const { schema, madeFor } = draft;
    const findings = findingsOfSource(prepared.issues);
    const comparedWith = prepared.diff?.from ?? null;
    bundled.push({ meta, data, schema, madeFor, comparedWith, accepted, keep, findings });
  }
  const tables = delivery.tables.map(({ name, path, fields, table: { columns } }) => {
    return { name, path, fields, columns };
  });
  const { kind, files: paths } = delivery;
  const sources = await Promise.all(files.map(sealOf));
  return writeBundle({ delivery: { kind, files: paths, tables }, sources, layers: bundled });
}

/** What readers found, without rows: these have another order in the bundle. */
function findingsOfSource(issues: readonly Issue[]): Finding[] {
  return issues
    .filter(({ rule }) => rule in READER_SEVERITIES)
    .map(({ rule, place, facts, field }) => {
      return { rule, row: null, place, facts, ...(field && { field }) };
    });
}

async function sealOf({ path, bytes }: SourceFile): Promise<Bundle['sources'][number]> {
  return { path, bytes: bytes.length, sha256: await sha256(bytes) };
}
