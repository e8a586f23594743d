import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CollectedLayer } from '../../src/domain/collection.ts';
import { AppError } from '../../src/domain/errors.ts';
import type { LayerMeta } from '../../src/domain/layer.ts';
import { type Outcome, type PublicationListener, publishTogether } from '../publish/publish.ts';
import { readCatalogue, type Site } from '../publish/site.ts';
import { onDisk } from '../publish/write-whole.ts';
import { readBaseMeta } from './base-meta.ts';
import type { CollectTerritory } from './collect-territory.ts';
import type { Fetcher } from './fetch/fetch-part.ts';
import { fetchParts } from './fetch-parts.ts';
import { readCommuneOutlines } from './make/commune-outlines.ts';
import { emptyLayerNote } from './messages.ts';
import type { Part } from './part.ts';
import type { ReaderKind, Recipe } from './recipe.ts';
import type { SourceOutcome } from './source-outcome.ts';
import type { MadeLayer, SourceReader } from './source-reader.ts';
import { fingerprintOf, readState, type SourceState, writeState } from './source-state.ts';
import type { Tally } from './tally.ts';
import { toPublication } from './to-publication.ts';

/** What the sources of a run share. */
export interface CollectJob {
  site: Site;
  territory: CollectTerritory;
  /** Folder of the cache for the territory. */
  folder: string;
  fetcher: Fetcher;
  openReader(kind: ReaderKind): Promise<SourceReader>;
  refresh: boolean;
  accept: boolean;
  tally: Tally;
  listener: Pick<PublicationListener, 'onStep' | 'onWait' | 'onNotice'>;
  /** One at a time: what makes and publishes layers. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
  signal: AbortSignal;
}

/**
 * Fetches a source, makes its layers and publishes them by one rename; nothing is made when all that they are made of is as it was
 * and their versions are served.
 * @throws {AppError} as `fetchParts`, `SourceReader.make` and `publishTogether`. Aborted, it throws the signal's reason.
 */
export async function collectSource(recipe: Recipe, job: CollectJob): Promise<SourceOutcome> {
  const reader = await job.openReader(recipe.kind);
  const folder = join(job.folder, recipe.id);
  const parts = await fetchParts({ ...job, recipe, reader, folder });
  return job.inTurn(() => makeSource(recipe, reader, parts, job));
}

/** Where the state of a source is kept. */
function statePath(folder: string, { id }: Recipe): string {
  return join(folder, `${id}.state.json`);
}

async function makeSource(
  recipe: Recipe,
  reader: SourceReader,
  parts: Part[],
  job: CollectJob,
): Promise<SourceOutcome> {
  job.signal.throwIfAborted();
  const { site, territory } = job;
  const served = await readServed(site);
  const bases = new Map<string, LayerMeta | null>();
  for (const { id } of recipe.layers) bases.set(id, await readBaseMeta(site.dataDir, id));
  const communes = served.get('communes')?.version ?? null;
  const inputs = { recipe, territory, parts, bases: [...bases.values()], communes };
  const fingerprint = fingerprintOf(inputs);
  const answeredAt =
    parts
      .map(({ askedAt }) => askedAt)
      .sort()
      .at(-1) ?? new Date().toISOString();
  const path = statePath(job.folder, recipe);
  const before = await readState(path);
  if (before?.fingerprint === fingerprint && isServed(before, served)) {
    await writeState(path, { ...before, answeredAt });
    return { ...outcomeOf(recipe, job, { ...before, answeredAt }), state: stateOf(before) };
  }
  const own = join(job.folder, `${recipe.id}.made`);
  const made = await makeLayers(recipe, reader, parts, own, job);
  const outcome = await publishMade(made, recipe, bases, answeredAt, job);
  await onDisk(own, () => rm(own, { recursive: true, force: true }));
  const layers = made.map((layer) => toCollected(layer, outcome, served));
  const state: SourceState = {
    version: 1,
    fingerprint,
    answeredAt,
    notes: made.flatMap((layer) => notesOf(layer, served)),
    layers,
  };
  const refusal = outcome?.refusal ?? null;
  if (!refusal) await writeState(path, state);
  const published = outcome && {
    refusal,
    issues: outcome.issues,
    layers: outcome.layers.map((layer) => {
      return { ...layer, replacesSimulated: served.get(layer.id)?.simulated ?? false };
    }),
  };
  const news = outcome?.isWritten ? 'published' : 'same';
  return {
    ...outcomeOf(recipe, job, state),
    state: refusal ? 'failed' : made.every(isEmpty) ? 'empty' : news,
    published,
  };
}

/** The layers that a source's parts give, in `own`, which is emptied first. */
async function makeLayers(
  recipe: Recipe,
  reader: SourceReader,
  parts: Part[],
  own: string,
  { territory, site, signal }: CollectJob,
): Promise<MadeLayer[]> {
  await onDisk(own, async () => {
    await rm(own, { recursive: true, force: true });
    await mkdir(own, { recursive: true });
  });
  const outlines = await readCommuneOutlines(site, territory);
  const made = reader.make({ recipe, territory, outlines, parts, folder: own, signal });
  return made.catch((error: NodeJS.ErrnoException) => {
    if (error instanceof AppError || error.errno === undefined) throw error;
    return onDisk(own, () => Promise.reject(error));
  });
}

async function publishMade(
  made: readonly MadeLayer[],
  recipe: Recipe,
  bases: ReadonlyMap<string, LayerMeta | null>,
  answeredAt: string,
  { site, accept, listener, signal }: CollectJob,
): Promise<Outcome | null> {
  const publications = made
    .filter((layer) => !isEmpty(layer))
    .map((layer) => {
      const base = bases.get(layer.layer.id) ?? null;
      return toPublication(layer, recipe, base, { answeredAt, accept });
    });
  if (publications.length === 0) return null;
  return publishTogether(publications, site, { ...listener, signal });
}

/** A layer that is served: its version, size, and whether it is simulated. */
interface Served {
  version: string;
  bytes: number;
  simulated: boolean;
}

async function readServed(site: Site): Promise<Map<string, Served>> {
  const layers = (await readCatalogue(site))?.layers ?? [];
  return new Map(
    layers.map(({ id, simulated, file: { version, bytes } }) => [
      id,
      { version, bytes, simulated },
    ]),
  );
}

function isServed({ layers }: SourceState, served: ReadonlyMap<string, Served>): boolean {
  return layers.every(({ id, version, kept }) => kept === 0 || served.get(id)?.version === version);
}

const isEmpty = ({ paths }: MadeLayer) => paths.length === 0;

function stateOf({ layers }: SourceState): SourceOutcome['state'] {
  return layers.every(({ kept }) => kept === 0) ? 'empty' : 'same';
}

function notesOf(made: MadeLayer, served: ReadonlyMap<string, Served>): string[] {
  if (!isEmpty(made)) return made.notes;
  const before = served.get(made.layer.id);
  return [...made.notes, emptyLayerNote(made, before ? before.simulated : null)];
}

function toCollected(
  { layer: { id }, read, kept }: MadeLayer,
  outcome: Outcome | null,
  served: ReadonlyMap<string, Served>,
): CollectedLayer {
  const published = outcome?.layers.find((one) => one.id === id);
  const before = served.get(id);
  const { version = null, bytes = 0 } =
    (outcome?.refusal ? before : (published?.written ?? before)) ?? {};
  return { id, version, read, kept, warnings: published?.warnings ?? 0, bytes };
}

function outcomeOf(
  recipe: Recipe,
  { tally }: CollectJob,
  { answeredAt, notes, layers }: SourceState,
): SourceOutcome {
  const fetched = tally.count(recipe.id);
  const base = { failure: null, published: null, state: 'same' as const };
  return { recipe, answeredAt, fetched, layers, notes, ...base };
}

/** What became of a source that failed: what it gave before, in the versions that are served. */
export async function failedOutcome(
  recipe: Recipe,
  failure: AppError,
  { site, folder, tally }: CollectJob,
): Promise<SourceOutcome> {
  const before = await readState(statePath(folder, recipe));
  const served = await readServed(site);
  const layers = recipe.layers.map(({ id }): CollectedLayer => {
    const known = before?.layers.find((layer) => layer.id === id);
    const { version = null, bytes = 0 } = served.get(id) ?? {};
    const { read = 0, kept = 0, warnings = 0 } = known ?? {};
    return { id, version, read, kept, warnings, bytes };
  });
  const fetched = tally.count(recipe.id);
  const answeredAt = before?.answeredAt ?? null;
  const base = { notes: [], published: null, state: 'failed' as const };
  return { recipe, answeredAt, fetched, layers, failure, ...base };
}
