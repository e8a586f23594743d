import { AppError, errorToData } from '../domain/errors.ts';
import type { Gdal } from '../gdal/gdal.ts';
import type { ByteSource } from '../loaders/byte-source.ts';
import { readGeoParquet } from '../loaders/geoparquet.ts';
import { toMeta } from '../versions/layer-versions.ts';
import { chooseSchema } from './delivery/choose-schema.ts';
import type { Delivery, DraftLayer } from './delivery/delivery.ts';
import { encodeIssues } from './issue-layer.ts';
import { makeBundle } from './make-bundle.ts';
import {
  type PreparedLayer,
  type PrepareStep,
  type PublishContext,
  type PublishRequest,
  prepareLayer,
  readDelivery,
} from './prepare.ts';
import type {
  LayerChoice,
  LayerReport,
  PublishMessageName,
  PublishMessages,
  PublishSite,
} from './protocol.ts';
import type { SourceFile } from './source-file.ts';
import { repairOf } from './strings/issue-sentences.ts';
import { summariseDelivery } from './summarise-delivery.ts';
import type { PublishedLayer } from './validate/rule.ts';
import { encodeLayer } from './write/encode-layer.ts';

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
    const { prepared, draft, keep } = opened().held.get(index) ?? {};
    if (!prepared || !draft || !keep) {
      throw new AppError('engine-failed', `table ${index} is not prepared`);
    }
    return { prepared, draft, keep };
  };
  return {
    async read({ files, site }, onStep) {
      const published = new Map();
      const context = await createContext(site, platform, published, onStep);
      const delivery = await readDelivery(requestOf(files, null, []), context);
      session = { files, site, delivery, held: new Map(), published };
      return summariseDelivery(delivery);
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
      return encodeLayer(meta, preparedAt(index).prepared.table);
    },
    async encodeIssues({ indexes, id }) {
      const issues = indexes.flatMap((index) => opened().held.get(index)?.prepared?.issues ?? []);
      return encodeIssues(issues, id, opened().site.today);
    },
    async bundle({ layers }, onStep) {
      const { files, delivery } = opened();
      const whole = layers.map(({ index, ...layer }) => ({ ...layer, ...preparedAt(index) }));
      return makeBundle(delivery, files, whole, (name, done) =>
        onStep({ step: 'write', name, done, total: whole.length }),
      );
    },
  };
}

function requestOf(files: SourceFile[], crs: string | null, keep: string[]): PublishRequest {
  return { files, from: null, crs, keep, description: {} };
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
