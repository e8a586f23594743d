import { AppError, errorToData } from '../domain/errors.ts';
import type { Gdal } from '../gdal/gdal.ts';
import type { ByteSource } from '../loaders/byte-source.ts';
import { readGeoParquet } from '../loaders/geoparquet.ts';
import { toMeta } from '../versions/layer-versions.ts';
import { writeBundle } from './bundle.ts';
import { chooseSchema } from './delivery/choose-schema.ts';
import type { Delivery, DraftLayer } from './delivery/delivery.ts';
import { geometryFamily } from './describe/geometry-family.ts';
import { encodeIssues } from './issue-layer.ts';
import {
  type PreparedLayer,
  type PrepareStep,
  type PublishContext,
  prepareLayer,
  readDelivery,
} from './prepare.ts';
import type {
  DeliverySummary,
  FinishedLayer,
  LayerChoice,
  LayerReport,
  PublishMessageName,
  PublishMessages,
  PublishSite,
  TableSummary,
} from './protocol.ts';
import type { SourceTable } from './read/source.ts';
import type { SourceFile } from './source-file.ts';
import { fittingSchemas } from './standards/recognise-schema.ts';
import { repairOf } from './strings/issue-sentences.ts';
import { READER_SEVERITIES } from './validate/reader-severities.ts';
import type { PublishedLayer } from './validate/rule.ts';
import { encodeLayer } from './write/encode-layer.ts';
import { sha256 } from './write/sha-256.ts';

/** What the surroundings give the desk. */
export interface PublishPlatform {
  /** A file of the site, of a size in bytes, by its address. */
  openFile(url: string, bytes: number): ByteSource;
  gdal(): Promise<Gdal>;
}

/** What answers each message of the protocol. */
export type PublishDesk = {
  [N in PublishMessageName]: (
    request: PublishMessages[N]['request'],
    onStep: (step: PrepareStep) => void,
  ) => Promise<PublishMessages[N]['response']>;
};

interface Held {
  choice: string;
  keep: string[];
  /** The table, held against the schema that was chosen. */
  draft: DraftLayer;
  report: LayerReport;
  prepared: PreparedLayer | null;
}

interface Session {
  files: SourceFile[];
  site: PublishSite;
  delivery: Delivery;
  /** Index of a table → what it was last prepared as. */
  held: Map<number, Held>;
  published: Map<string, Promise<PublishedLayer | null>>;
}

/** The chain of publishing behind typed messages: it holds what was read and prepared, and does again what has changed. */
export function createPublishDesk(platform: PublishPlatform): PublishDesk {
  let session: Session | null = null;
  const opened = () => {
    if (!session) throw new AppError('engine-failed', 'no file was read');
    return session;
  };
  const preparedAt = (index: number) => {
    const prepared = opened().held.get(index)?.prepared;
    if (!prepared) throw new AppError('engine-failed', `table ${index} is not prepared`);
    return prepared;
  };
  return {
    async read({ files, site }, onStep) {
      const published = new Map();
      const context = await createContext(site, platform, published, onStep);
      const delivery = await readDelivery(requestOf(files, null, []), context);
      session = { files, site, delivery, held: new Map(), published };
      return summaryOf(delivery);
    },
    async prepare({ choices }, onStep) {
      const { site, published } = opened();
      const context = await createContext(site, platform, published, onStep);
      const reports: LayerReport[] = [];
      for (const [done, choice] of choices.entries()) {
        onStep({ step: 'check', name: choice.id, done, total: choices.length });
        reports.push(await prepareChoice(opened(), choice, context));
      }
      return reports;
    },
    async encode({ index, meta }) {
      return encodeLayer(meta, preparedAt(index).table);
    },
    async encodeIssues({ indexes, id }) {
      const issues = indexes.flatMap((index) => opened().held.get(index)?.prepared?.issues ?? []);
      return encodeIssues(issues, id, opened().site.today);
    },
    async bundle({ layers }, onStep) {
      return bundleOf(opened(), layers, onStep);
    },
  };
}

function requestOf(files: SourceFile[], crs: string | null, keep: string[]) {
  return { files, from: null, crs, keep, description: {} as never };
}

async function prepareChoice(
  { files, delivery, held }: Session,
  choice: LayerChoice,
  context: PublishContext,
): Promise<LayerReport> {
  const { index, id, crs, keep } = choice;
  const text = JSON.stringify(choice);
  const known = held.get(index);
  if (known?.choice === text) return known.report;
  const found = delivery.layers[index];
  if (!found) throw new AppError('engine-failed', `no table ${index}`);
  const draft = withSchema(found, choice.schema);
  try {
    const request = requestOf(files, crs, keep);
    const prepared = inPage(await prepareLayer({ ...draft, id }, delivery, request, context));
    const { meta, issues, diff, table } = prepared;
    const officialStyle = draft.schema?.style ?? null;
    const rows = table.geometry.length;
    const report = { kind: 'ready', index, id, meta, rows, issues, diff, officialStyle } as const;
    held.set(index, { choice: text, keep, draft, report, prepared });
    return report;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const report = { kind: 'failed', index, id, error: errorToData(error) } as const;
    held.set(index, { choice: text, keep, draft, report, prepared: null });
    return report;
  }
}

/** The table as it was recognised, unless somebody chose another schema for it. */
function withSchema(draft: DraftLayer, schema: string | null): DraftLayer {
  return schema === (draft.schema?.id ?? null) ? draft : chooseSchema(draft, schema);
}

/** What could be done about each issue, told for the page. */
function inPage(prepared: PreparedLayer): PreparedLayer {
  const issues = prepared.issues.map((issue) => ({ ...issue, repair: repairOf(issue, 'page') }));
  return { ...prepared, issues };
}

async function bundleOf(
  { files, delivery, held }: Session,
  finished: FinishedLayer[],
  onStep: (step: PrepareStep) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const layers = [];
  for (const [done, { index, meta, accepted }] of finished.entries()) {
    onStep({ step: 'write', name: meta.id, done, total: finished.length });
    const { prepared, keep, draft } = held.get(index) as Held;
    const { issues, table } = prepared as PreparedLayer;
    const { data } = await encodeLayer(meta, table);
    const { schema, madeFor } = draft;
    const findings = issues
      .filter(({ rule }) => rule in READER_SEVERITIES)
      .map(({ rule, place, facts, field }) => ({
        rule,
        row: null,
        place,
        facts,
        ...(field && { field }),
      }));
    layers.push({ meta, data, schema, madeFor, accepted, keep, findings });
  }
  const sources = await Promise.all(
    files.map(async ({ path, bytes }) => ({
      path,
      bytes: bytes.length,
      sha256: await sha256(bytes),
    })),
  );
  const tables = delivery.tables.map(({ name, path, fields, table: { columns } }) => {
    return { name, path, fields, columns };
  });
  return writeBundle({
    delivery: { kind: delivery.kind, files: delivery.files, tables },
    sources,
    layers,
  });
}

function summaryOf({ kind, layers, tables, files }: Delivery): DeliverySummary {
  return {
    kind,
    files,
    tables: tables.map(({ name, table }) => ({ name, rows: table.geometry.length })),
    layers: layers.map(({ id, source, schema, described }): TableSummary => {
      const { name, path, table, crs, fields } = source;
      return {
        id,
        name,
        path,
        rows: table.geometry.length,
        family: familyOf(source),
        crs,
        schema: schema?.id ?? null,
        schemas: fittingSchemas(source).map(({ id, standard, title }) => ({ id, standard, title })),
        title: described.title ?? null,
        fields: fields.map((field) => field.name),
      };
    }),
  };
}

/** Null for what cannot be one layer: preparing it tells why. */
function familyOf({ path, table }: SourceTable): TableSummary['family'] {
  try {
    return geometryFamily(path, table);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

async function createContext(
  site: PublishSite,
  platform: PublishPlatform,
  published: Session['published'],
  onStep: (step: PrepareStep) => void,
): Promise<PublishContext> {
  const find = (id: string) => {
    const known = published.get(id) ?? readPublished(site, platform, id);
    published.set(id, known);
    return known;
  };
  return {
    territory: site.catalogue.territory,
    communes: (await find('communes'))?.table ?? null,
    published: find,
    gdal: platform.gdal,
    today: site.today,
    onStep,
  };
}

async function readPublished(
  { catalogue, baseUrl }: PublishSite,
  platform: PublishPlatform,
  id: string,
): Promise<PublishedLayer | null> {
  const layer = catalogue.layers.find((candidate) => candidate.id === id);
  if (!layer) return null;
  const { file } = layer;
  const url = new URL(file.path, baseUrl).href;
  const names = layer.fields.map(({ name }) => name);
  const table = await readGeoParquet(platform.openFile(url, file.bytes), names);
  return { meta: toMeta(layer), version: file.version, table };
}
