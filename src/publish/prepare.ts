import type { Territory } from '../domain/catalogue.ts';
import { AppError } from '../domain/errors.ts';
import type { Value } from '../domain/feature.ts';
import type { LayerMeta } from '../domain/layer.ts';
import type { LayerDiff } from '../domain/layer-diff.ts';
import type { Gdal } from '../gdal/gdal.ts';
import { selectRows } from '../geo/select-rows.ts';
import type { LayerTable } from '../loaders/layer-table.ts';
import { diffTables } from '../versions/diff-tables.ts';
import { toDegrees } from './crs/to-degrees.ts';
import type { Delivery, DraftLayer } from './delivery/delivery.ts';
import { recogniseDelivery } from './delivery/recognise-delivery.ts';
import { cleanFields } from './describe/clean-fields.ts';
import { type Description, describeLayer } from './describe/describe-layer.ts';
import { GENERATED_KEY, isUnique } from './describe/find-key.ts';
import { geometryFamily } from './describe/geometry-family.ts';
import type { Finding, Issue } from './issue.ts';
import { readFiles } from './read/read-files.ts';
import type { SourceTable } from './read/source.ts';
import { FAMILY_SUFFIXES } from './read/split-families.ts';
import { unpack } from './read/unpack.ts';
import type { SourceFile } from './source-file.ts';
import { lineageSentence } from './strings/lineage.ts';
import type { PublishedLayer, RuleContext } from './validate/rule.ts';
import { validate } from './validate/validate.ts';
import { hilbertOrder } from './write/hilbert-order.ts';

/** What is to be published, and what somebody says of it. */
export interface PublishRequest {
  files: SourceFile[];
  /** Name of the one table to take from a file that holds several; null takes all. */
  from: string | null;
  /** CRS to believe when a file names none. */
  crs: string | null;
  /** Columns to publish though they look personal. */
  keep: string[];
  /** What is said of the layer; without an `id`, each layer has the id of its table. */
  description: Partial<Description>;
}

/** What the chain knows of the site, and the tools that it may use. */
export interface PublishContext {
  territory: Territory;
  /** The communes of the territory, geometry in degrees; null where the site has none. */
  communes: LayerTable | null;
  /** What is published under that id; null for a new layer. */
  published(id: string): Promise<PublishedLayer | null>;
  /** GDAL, loaded when first asked for. */
  gdal(): Promise<Gdal>;
  /** Today, `YYYY-MM-DD`. */
  today: string;
  onStep?: (step: PrepareStep) => void;
  signal?: AbortSignal;
}

/** What the chain is doing, for a progress line. */
export interface PrepareStep {
  step: 'read' | 'check' | 'compare' | 'write';
  /** Name of the file or layer. */
  name: string;
  done: number;
  total: number;
}

/** A layer that is ready to be written, unless its issues forbid it. */
export interface PreparedLayer {
  meta: LayerMeta;
  /** Rows in the order of the file to come; geometry in degrees. */
  table: LayerTable;
  issues: Issue[];
  /** Against what is published; null for a new layer. Its `to` is empty until the layer is encoded. */
  diff: LayerDiff | null;
}

/** What a delivery gives. */
export interface Preparation {
  delivery: Delivery;
  layers: PreparedLayer[];
}

/**
 * Reads what was handed over, recognises official deliveries, brings each layer to degrees, describes it with what the
 * delivery, the request and the version before say, holds it against every rule, sorts its rows along a Hilbert curve and
 * compares it with what is published. Writes nothing.
 * @throws {AppError} what is wrong with a file as a whole: see `readFiles`, `toDegrees`, `geometryFamily`.
 */
export async function prepare(
  request: PublishRequest,
  context: PublishContext,
): Promise<Preparation> {
  const delivery = await readDelivery(request, context);
  const layers: PreparedLayer[] = [];
  for (const [index, draft] of delivery.layers.entries()) {
    context.signal?.throwIfAborted();
    context.onStep?.({ step: 'check', name: draft.id, done: index, total: delivery.layers.length });
    layers.push(await prepareLayer(draft, delivery, request, context));
  }
  return { delivery, layers };
}

/**
 * The first half of `prepare`: the tables of the files and what they are together.
 * @throws {AppError} as `readFiles`.
 */
export async function readDelivery(
  request: PublishRequest,
  context: PublishContext,
): Promise<Delivery> {
  const files = unpack(request.files);
  const tables = await readFiles(files, context);
  const delivery = chooseLayers(
    await recogniseDelivery(tables, files, context.territory),
    tables,
    request,
  );
  checkOneLayer(delivery, request);
  return delivery;
}

/** The delivery with the one layer asked for, if one is: the others stay what it is joined to and held against. */
function chooseLayers(
  delivery: Delivery,
  tables: readonly SourceTable[],
  { from }: PublishRequest,
): Delivery {
  if (from === null) return delivery;
  const layers = delivery.layers.filter(({ source }) => isTable(source.name, from));
  if (layers.length > 0) return { ...delivery, layers };
  const context = {
    reason: 'no-such-table',
    table: from,
    names: tables.map(({ name }) => name).join(', '),
  };
  throw new AppError('source-unreadable', `no table ${from}`, context);
}

/** Whether a table has a name, or is one of the families that the table of that name was split into. */
function isTable(name: string, from: string): boolean {
  const [seen, wanted] = [name.toLowerCase(), from.toLowerCase()];
  return seen === wanted || FAMILY_SUFFIXES.some((suffix) => seen === wanted + suffix);
}

function checkOneLayer({ layers, files }: Delivery, { description }: PublishRequest): void {
  if (!description.id || layers.length <= 1) return;
  const names = layers.map(({ source }) => source.name).join(', ');
  const context = { source: files[0] ?? '', reason: 'several-tables', id: description.id, names };
  throw new AppError('source-unreadable', `${layers.length} layers for one id`, context);
}

/**
 * The second half of `prepare`, for one layer of a delivery.
 * @throws {AppError} what is wrong with the table as a whole: see `toDegrees`, `geometryFamily`.
 */
export async function prepareLayer(
  draft: DraftLayer,
  delivery: Delivery,
  request: PublishRequest,
  context: PublishContext,
): Promise<PreparedLayer> {
  const { source } = draft;
  const id = (delivery.layers.length === 1 && request.description.id) || draft.id;
  const family = geometryFamily(source.path, source.table.geometry);
  const placed = await toDegrees(source, request.crs, context);
  const { fields, columns, renamed } = cleanFields(
    source.fields,
    source.table.columns,
    draft.schema,
  );
  const before = await context.published(id);
  const meta = describeLayer(
    { ...request.description, id },
    {
      name: source.name,
      rows: placed.geometry.length,
      family,
      fields,
      columns,
      described: draft.described,
      schema: draft.schema,
      lineage: lineageSentence(source.path, placed.crs),
      sourceCrs: placed.crs,
      fileDate: fileDate(source.path, request.files) ?? context.today,
    },
    before?.meta ?? null,
  );
  const table = withKey(source.path, meta, { geometry: placed.geometry, columns });
  const findings: Finding[] = [
    ...source.findings,
    ...source.table.faults.map(({ row, reason }) => {
      return { rule: 'source.geometry-unreadable', row, place: null, facts: { reason } };
    }),
    ...placed.findings,
    ...renamed.map((change) => ({
      rule: 'source.field-renamed',
      row: null,
      place: null,
      facts: change,
    })),
  ];
  const ruleContext: RuleContext = {
    meta,
    table,
    schema: draft.schema,
    madeFor: draft.madeFor,
    delivery,
    territory: context.territory,
    communes: context.communes,
    before,
    keep: request.keep,
    ...(context.signal && { signal: context.signal }),
  };
  const issues = await validate(ruleContext, findings);
  const sorted = sortRows(table);
  const diff =
    before &&
    diffTables({ layer: id, from: before, to: { version: '', meta, table: sorted } });
  return { meta, table: sorted, issues, diff };
}

function fileDate(path: string, files: readonly SourceFile[]): string | undefined {
  return files.find((file) => path === file.path || path.startsWith(`${file.path}/`))?.modified;
}

function withKey(source: string, meta: LayerMeta, table: LayerTable): LayerTable {
  const isThere = meta.key in table.columns;
  if (!isThere && meta.key === GENERATED_KEY) {
    const numbers = Array.from({ length: table.geometry.length }, (_, row) => row + 1);
    return { ...table, columns: { [GENERATED_KEY]: numbers, ...table.columns } };
  }
  if (isThere && isUnique(table.columns[meta.key])) return table;
  const context = { source, reason: isThere ? 'key-repeated' : 'key-absent', field: meta.key };
  throw new AppError('source-unreadable', `${source}: no key in ${meta.key}`, context);
}

function sortRows(table: LayerTable): LayerTable {
  const order = hilbertOrder(table.geometry);
  const columns = Object.entries(table.columns).map(([name, values]): [string, Value[]] => [
    name,
    Array.from(order, (row) => values[row] ?? null),
  ]);
  return { geometry: selectRows(table.geometry, order), columns: Object.fromEntries(columns) };
}
