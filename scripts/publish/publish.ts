import type { Catalogue } from '../../src/domain/catalogue.ts';
import { AppError } from '../../src/domain/errors.ts';
import type { LayerDiff } from '../../src/domain/layer-diff.ts';
import { isBundle, readBundle } from '../../src/publish/bundle.ts';
import type { Description } from '../../src/publish/describe/describe-layer.ts';
import type { Issue } from '../../src/publish/issue.ts';
import {
  type OfficialSource,
  type Preparation,
  type PreparedLayer,
  type PrepareStep,
  type PublishContext,
  prepare,
} from '../../src/publish/prepare.ts';
import { prepareBundle } from '../../src/publish/prepare-bundle.ts';
import type { SourceFile } from '../../src/publish/source-file.ts';
import { encodeLayer } from '../../src/publish/write/encode-layer.ts';
import { commitLayers, type LayerNews, type NewVersion, newsOf } from './layer-commit.ts';
import { mendHistories } from './mend-histories.ts';
import { readSources } from './read-sources.ts';
import {
  type AcceptedBefore,
  countWarnings,
  findRefusal,
  type Refusal,
  worstRefusal,
} from './refusal.ts';
import { repairSite } from './repair-site.ts';
import { readCatalogue, type Site } from './site.ts';
import { createContext } from './site-context.ts';
import { type LockHolder, withSite } from './site-lock.ts';

/** What is to be published, and how. */
export interface Publication {
  /** Files and folders: one delivery. */
  paths: string[];
  /** Name of the one table to take; null takes all. */
  from: string | null;
  /** CRS to believe when a file names none. */
  crs: string | null;
  /** Columns to publish though they look personal. */
  keep: string[];
  description: Partial<Description>;
  /** How an official source is taken; absent: files that somebody hands over. */
  official?: OfficialSource;
  /** Whether warnings do not stop the publication, or the ids of the rules whose warnings do not. */
  accept: boolean | readonly string[];
  /** Whether nothing is to be written. */
  dryRun: boolean;
}

/** What somebody may want to hear meanwhile, and how to stop it. */
export interface PublicationListener {
  onStep?: (step: PrepareStep) => void;
  onWait?: (holder: LockHolder | null) => void;
  /** A link of a folder that leads out of it, or a layer whose published file or history is damaged. */
  onNotice?: (notice: {
    kind: 'link-skipped' | 'layer-damaged' | 'history-damaged';
    name: string;
  }) => void;
  signal?: AbortSignal;
}

/** What became, or would become, of one layer. */
export interface LayerOutcome {
  id: string;
  title: string;
  rows: number;
  /** Warnings that it has, accepted or not. */
  warnings: number;
  /** Against what was published; null for a new layer. */
  diff: LayerDiff | null;
  /** The file and what it changes; null when errors forbid to make it. */
  written: { version: string; bytes: number; news: LayerNews } | null;
}

/** What became of a publication. */
export interface Outcome {
  delivery: Preparation['delivery']['kind'];
  layers: LayerOutcome[];
  issues: Issue[];
  /** What stopped it: errors, or that many warnings that nobody accepted. */
  refusal: Refusal | null;
  /** Whether what is served has changed. */
  isWritten: boolean;
}

/**
 * Publishes a delivery, whole or not at all. What is identical to what is served is left alone. Whatever fails, what is served
 * stays as it was, but for histories that are damaged: they begin anew.
 * @throws {AppError} what is wrong with the files, the site or the disk: as `readSources`, `prepare`, `prepareBundle`,
 * `withSite`, `commitLayers`. Aborted, it throws the signal's reason.
 */
export async function publish(
  publication: Publication,
  site: Site,
  listener: PublicationListener = {},
): Promise<Outcome> {
  return publishTogether([publication], site, listener);
}

/** Publishes several deliveries as `publish` does one: all their layers by one rename, or none. @throws {AppError} as `publish`. */
export async function publishTogether(
  publications: readonly Publication[],
  site: Site,
  listener: PublicationListener = {},
): Promise<Outcome> {
  const deliveries = await readDeliveries(publications, listener);
  if (publications.some(({ dryRun }) => dryRun)) {
    const catalogue = await readCatalogue(site);
    return (await makeVersions(deliveries, site, catalogue, listener)).outcome;
  }
  const options = { signal: listener.signal, ...(listener.onWait && { onWait: listener.onWait }) };
  return withSite(
    site,
    async (locked) => {
      const catalogue = await mendHistories(locked, await repairSite(locked), (name) =>
        listener.onNotice?.({ kind: 'history-damaged', name }),
      );
      const made = await makeVersions(deliveries, site, catalogue, listener);
      if (made.outcome.refusal || made.versions.length === 0) return made.outcome;
      listener.signal?.throwIfAborted();
      await commitLayers(locked, catalogue, made.versions);
      return { ...made.outcome, isWritten: true };
    },
    options,
  );
}

/** A publication with its files. */
interface OpenedDelivery {
  publication: Publication;
  files: SourceFile[];
}

/** The files of each publication; those that several take are read once. */
async function readDeliveries(
  publications: readonly Publication[],
  { signal, onNotice }: PublicationListener,
): Promise<OpenedDelivery[]> {
  const known = new Map<string, SourceFile[]>();
  const deliveries: OpenedDelivery[] = [];
  for (const publication of publications) {
    const name = publication.paths.join('\n');
    let files = known.get(name);
    if (!files) {
      const sources = await readSources(publication.paths, signal);
      for (const link of sources.skipped) onNotice?.({ kind: 'link-skipped', name: link });
      files = sources.files;
      known.set(name, files);
    }
    deliveries.push({ publication, files });
  }
  return deliveries;
}

/** What a publication has come to, layer by layer. */
interface Made {
  outcome: Outcome;
  versions: NewVersion[];
}

/** The versions that are to be served and what to tell of them; writes nothing. */
async function makeVersions(
  deliveries: readonly OpenedDelivery[],
  site: Site,
  catalogue: Catalogue | null,
  listener: PublicationListener,
): Promise<Made> {
  const context: PublishContext = {
    ...(await createContext(site, catalogue, (name) =>
      listener.onNotice?.({ kind: 'layer-damaged', name }),
    )),
    ...(listener.onStep && { onStep: listener.onStep }),
    ...(listener.signal && { signal: listener.signal }),
  };
  const made: Made[] = [];
  for (const delivery of deliveries) {
    made.push(await makeDelivery(delivery, catalogue, context));
    checkIds(made, delivery.files);
  }
  const [first] = made;
  const outcome: Outcome = {
    delivery: first?.outcome.delivery ?? 'tables',
    layers: made.flatMap(({ outcome: { layers } }) => layers),
    issues: made.flatMap(({ outcome: { issues } }) => issues),
    refusal: worstRefusal(made.map(({ outcome: { refusal } }) => refusal)),
    isWritten: false,
  };
  return { outcome, versions: made.flatMap(({ versions }) => versions) };
}

async function makeDelivery(
  { publication, files }: OpenedDelivery,
  catalogue: Catalogue | null,
  context: PublishContext,
): Promise<Made> {
  const { preparation, accepted } = await prepareFiles(publication, files, context);
  const { delivery, layers } = preparation;
  const issues = layers.flatMap((layer) => layer.issues);
  const refusal = findRefusal(layers, accepted, publication.accept);
  const outcomes: LayerOutcome[] = [];
  const versions: NewVersion[] = [];
  for (const [done, layer] of layers.entries()) {
    const outcome = outcomeOf(layer);
    outcomes.push(outcome);
    if (refusal?.kind === 'errors') continue;
    context.signal?.throwIfAborted();
    context.onStep?.({ step: 'write', name: outcome.id, done, total: layers.length });
    const { layer: entry, data } = await encodeLayer(layer.meta, layer.table);
    const served = catalogue?.layers.find(({ id }) => id === entry.id);
    const news = newsOf(entry, served);
    outcome.written = { version: entry.file.version, bytes: entry.file.bytes, news };
    if (layer.diff) outcome.diff = { ...layer.diff, to: entry.file.version };
    if (news === 'same') continue;
    versions.push({
      publishedAt: new Date().toISOString(),
      layer: entry,
      accepted: countWarnings(layer.issues),
      files: [{ path: entry.file.path, data }],
    });
  }
  const outcome = { delivery: delivery.kind, layers: outcomes, issues, refusal, isWritten: false };
  return { outcome, versions };
}

async function prepareFiles(
  publication: Publication,
  files: SourceFile[],
  context: PublishContext,
): Promise<{ preparation: Preparation; accepted: AcceptedBefore }> {
  const [file] = files;
  if (!file || files.length > 1 || !isBundle(file.bytes)) {
    const { from, crs, keep, description, official } = publication;
    const request = { files, from, crs, keep, description, ...(official && { official }) };
    const preparation = await prepare(request, context);
    return { preparation, accepted: {} };
  }
  if (Object.keys(publication.description).length > 0 || publication.from || publication.crs) {
    const facts = { source: file.path, reason: 'bundle-options' };
    throw new AppError('source-unreadable', `${file.path}: a bundle says all itself`, facts);
  }
  const bundle = await readBundle(file.bytes, file.path);
  const accepted = bundle.layers.map((layer) => [layer.meta.id, layer.accepted] as const);
  return {
    preparation: await prepareBundle(bundle, context),
    accepted: Object.fromEntries(accepted),
  };
}

/** Two tables of one name in two folders, or of two deliveries, would take each other's place. */
function checkIds(made: readonly Made[], files: readonly SourceFile[]): void {
  const ids = made.flatMap(({ outcome }) => outcome.layers.map(({ id }) => id));
  const repeated = ids.find((id, index) => ids.indexOf(id) !== index);
  const source = files[0]?.path ?? '';
  if (made.at(-1)?.outcome.layers.length === 0) {
    throw new AppError('source-unreadable', `${source}: no layer`, {
      source,
      reason: 'no-geometry',
      rows: 0,
    });
  }
  if (repeated === undefined) return;
  const facts = { source, reason: 'layer-repeated', layer: repeated };
  throw new AppError('source-unreadable', `two layers ${repeated}`, facts);
}

function outcomeOf({ meta, table, issues, diff }: PreparedLayer): LayerOutcome {
  const warnings = issues.filter(({ severity }) => severity === 'warning').length;
  const { id, title } = meta;
  return { id, title, rows: table.geometry.length, warnings, diff, written: null };
}
