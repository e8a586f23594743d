import type { Territory } from '../domain/catalogue.ts';
import type { LayerMeta } from '../domain/layer.ts';
import type { LayerDiff } from '../domain/layer-diff.ts';
import type { Gdal } from '../gdal/gdal.ts';
import type { LayerTable } from '../loaders/layer-table.ts';
import { compareLayer } from './compare-layer.ts';
import { type InDegrees, toDegrees } from './crs/to-degrees.ts';
import { checkOneLayer, chooseLayers } from './delivery/choose-layers.ts';
import type { Delivery, DraftLayer } from './delivery/delivery.ts';
import { recogniseDelivery } from './delivery/recognise-delivery.ts';
import { type CleanFields, cleanFields } from './describe/clean-fields.ts';
import { type Description, describeLayer } from './describe/describe-layer.ts';
import { geometryFamily } from './describe/geometry-family.ts';
import { withKey } from './describe/with-key.ts';
import type { Finding, Issue } from './issue.ts';
import { unpack } from './read/archive/unpack.ts';
import { readFiles } from './read/read-files.ts';
import type { SourceTable } from './read/source.ts';
import { type RepairedPolygons, repairPolygons } from './repair-polygons.ts';
import type { SourceFile } from './source-file.ts';
import { lineageSentence, officialLineage } from './strings/lineage.ts';
import type { PublishedLayer } from './validate/rule.ts';
import { validate } from './validate/validate.ts';
import { sortRows } from './write/sort-rows.ts';

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
  /** How an official source is taken; absent: files that somebody hands over. */
  official?: OfficialSource;
}

/** What is known of an official source besides its files. */
export interface OfficialSource {
  /** Words and style of the layer where none was published under its id; of a simulated one, what was decided. */
  base: LayerMeta | null;
  /** French sentences on where the data come from, without their CRS: they begin the lineage. */
  origin: string;
  /** CRS that the source gave its data in, where the files are in another by now. */
  sourceCrs?: string;
  /** Whether invalid polygons are made valid, which findings and the lineage tell. */
  repair: boolean;
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
  step: 'read' | 'check' | 'write';
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
 * @throws {AppError} as `unpack`, `readFiles`, `recogniseDelivery`, `chooseLayers` and `checkOneLayer`.
 */
export async function readDelivery(
  request: PublishRequest,
  context: PublishContext,
): Promise<Delivery> {
  const files = unpack(request.files);
  const tables = await readFiles(files, context);
  const whole = await recogniseDelivery(tables, files, context.territory);
  const delivery = chooseLayers(whole, tables, request.from);
  checkOneLayer(delivery, request.description.id);
  return delivery;
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
  const { source, described, schema, madeFor } = draft;
  const id = (delivery.layers.length === 1 && request.description.id) || draft.id;
  const before = await context.published(id);
  const family = geometryFamily(source.path, source.table);
  const placed = await toDegrees(source, request.crs, context);
  const { geometry, findings } = await repair(placed, request, context);
  const named = cleanFields(source.fields, source.table.columns, schema);
  const sourceCrs = request.official?.sourceCrs ?? placed.crs;
  const content = {
    ...named,
    name: source.name,
    rows: geometry.length,
    family,
    described,
    schema,
    lineage: request.official
      ? officialLineage(request.official.origin, sourceCrs, findings.length)
      : lineageSentence(source.path, sourceCrs),
    sourceCrs,
    fileDate: fileDate(source.path, request.files) ?? context.today,
  };
  const known = before?.meta ?? request.official?.base ?? null;
  const meta = describeLayer({ ...request.description, id }, content, known);
  const table = withKey(source.path, meta, { geometry, columns: named.columns });
  const { keep } = request;
  const communes = isFirstTerritory(id, before) ? table : context.communes;
  const ground = { ...context, communes, meta, table, schema, madeFor, delivery, before, keep };
  const issues = await validate(
    ground,
    findingsOf(source, [...placed.findings, ...findings], named.renamed),
  );
  const sorted = sortRows(table);
  return { meta, table: sorted, issues, diff: compareLayer(before, meta, sorted) };
}

/** Whether these are the first real communes: what is simulated does not judge them. */
function isFirstTerritory(id: string, before: PublishedLayer | null): boolean {
  return id === 'communes' && (before === null || before.meta.simulated);
}

async function repair(
  { geometry }: InDegrees,
  { official }: PublishRequest,
  context: PublishContext,
): Promise<RepairedPolygons> {
  return official?.repair ? repairPolygons(geometry, context) : { geometry, findings: [] };
}

/** What was found on the way to the rules. */
function findingsOf(
  { findings, table }: SourceTable,
  ofPlace: readonly Finding[],
  renamed: CleanFields['renamed'],
): Finding[] {
  const unreadable = table.faults.map(({ row, reason }): Finding => {
    return { rule: 'source.geometry-unreadable', row, place: null, facts: { reason } };
  });
  const ofNames = renamed.map((change): Finding => {
    return { rule: 'source.field-renamed', row: null, place: null, facts: change };
  });
  return [...findings, ...unreadable, ...ofPlace, ...ofNames];
}

function fileDate(path: string, files: readonly SourceFile[]): string | undefined {
  return files.find((file) => path === file.path || path.startsWith(`${file.path}/`))?.modified;
}
