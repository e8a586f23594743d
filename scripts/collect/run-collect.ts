import { AppError, isAbort } from '../../src/domain/errors.ts';
import { followChange } from '../library/follow-layers.ts';
import { noticeSentence, PAGES_BEHIND, stepLine } from '../publish/messages.ts';
import { pagesAreBehind } from '../publish/pages-are-behind.ts';
import { readDataFile } from '../publish/read-data-file.ts';
import type { CommandIo } from '../publish/run-publish.ts';
import { readCatalogue, type Site, siteOf } from '../publish/site.ts';
import { writeWhole } from '../publish/write-whole.ts';
import { type CollectCall, parseArguments } from './arguments.ts';
import { chooseRecipes } from './choose-recipes.ts';
import { cacheFolder, collect } from './collect.ts';
import { type CollectTerritory, readCollectTerritory } from './collect-territory.ts';
import { createEstimate } from './estimate.ts';
import { failureSentence } from './failure-sentences.ts';
import { createFetcher, type FetcherOptions } from './fetch/create-fetcher.ts';
import { parseServices } from './fetch/service-limits.ts';
import { findSite } from './find-site.ts';
import {
  outcomeLines,
  planLines,
  progressLine,
  STOPPED,
  totalSentence,
  usageSentence,
  waitSentence,
} from './messages.ts';
import { planSources } from './plan.ts';
import { openReader } from './readers/registry.ts';
import { type Recipe, readRecipes } from './recipe.ts';
import { type CollectReport, makeReport } from './report.ts';
import { reportToMarkdown } from './report-markdown.ts';
import { sourceNotes } from './source-notes.ts';
import type { SourceOutcome } from './source-outcome.ts';
import { createTally } from './tally.ts';
import { isUnreached, unreachedLines } from './unreached.ts';
import { writeCollection } from './write-collection.ts';

/** How the command asks, besides what the deployment says: how long hosts may be silent, how often they are tried. */
export type Asking = Partial<FetcherOptions>;

/**
 * `npm run collect`: a line for each source and layer, or with `--json` one document. Gives the exit code: 0 all well, 1 a source failed or
 * layers were refused, or the run could not go on, 2 the command is wrong, 130 stopped by Ctrl-C.
 */
export async function runCollect(
  argv: readonly string[],
  io: CommandIo,
  asking: Asking = {},
): Promise<number> {
  const call = parseArguments(argv);
  if ('fault' in call) {
    const isHelp = call.fault.kind === 'help';
    (isHelp ? io.print : io.say)(usageSentence(call.fault));
    return isHelp ? 0 : 2;
  }
  try {
    return await runCall(call, io, asking);
  } catch (error) {
    io.progress.clear();
    if (isAbort(error)) {
      io.say(STOPPED);
      return 130;
    }
    if (!(error instanceof AppError)) throw error;
    io.say(failureSentence(error));
    return isWrongCall(error) ? 2 : 1;
  }
}

/** What only another command line or another file of the deployment can mend. */
function isWrongCall({ code, context }: AppError): boolean {
  return code === 'territory-unknown' || WRONG_CALLS.includes(String(context.reason));
}

const WRONG_CALLS = ['no-such-source', 'layer-twice', 'recipe', 'services'];

async function runCall(call: CollectCall, io: CommandIo, asking: Asking): Promise<number> {
  if (call.siren) readCollectTerritory(call.siren);
  const { dataDir } = siteOf(call.out);
  const recipes = chooseRecipes(await readRecipes(dataDir), call.only);
  if (call.dryRun) return tellPlan(recipes, call, io);
  const { site, territory: own } = await findSite(call);
  const territory = readCollectTerritory(own.siren);
  const begunAt = new Date();
  const before = await readCatalogue(site);
  const services = parseServices(await readDataFile(dataDir, 'services.json'));
  const mirror = process.env.ARPENT_MIRROR;
  const outcomes = await collectAll(
    recipes,
    { site, territory, call, io },
    {
      services,
      ...(own.url && { site: own.url }),
      ...(mirror && { mirror }),
      ...asking,
    },
  );
  io.progress.clear();
  const report = makeReport(territory, begunAt, outcomes);
  await writeCollection(site.publicDir, territory.siren, outcomes);
  if (call.report) await writeReport(call.report, report);
  await tellEnd(report, outcomes, site, call, io);
  const library = await followChange(site, before);
  if (library) io.say(library);
  return report.totals.failed > 0 ? 1 : 0;
}

async function tellPlan(
  recipes: readonly Recipe[],
  call: CollectCall,
  io: CommandIo,
): Promise<number> {
  const territory = readCollectTerritory(call.siren ?? (await findSite(call)).territory.siren);
  const planned = await planSources(recipes, territory);
  const document = planned.flatMap(({ recipe, requests }) =>
    requests.map((request) => ({ source: recipe.id, ...request })),
  );
  if (call.json) io.print(JSON.stringify(document, null, 1));
  else for (const line of planLines(planned)) io.print(line);
  return 0;
}

/** What a run is of and where it speaks. */
interface RunPlace {
  site: Site;
  territory: CollectTerritory;
  call: CollectCall;
  io: CommandIo;
}

async function collectAll(
  recipes: readonly Recipe[],
  { site, territory, call, io }: RunPlace,
  options: FetcherOptions,
): Promise<SourceOutcome[]> {
  const estimate = createEstimate();
  let told = 0;
  const tally = createTally((source, subject, wait) => {
    const now = performance.now();
    if (now - told < PROGRESS_MS) return;
    told = now;
    const all = tally.count(null);
    const sourceShare = tally.count(source).share;
    const remainingMs = estimate.remaining(all);
    io.progress.say(progressLine({ ...all, source, sourceShare, subject, remainingMs, wait }));
  });
  const fetcher = createFetcher(options);
  try {
    return await collect(recipes, {
      site,
      territory,
      folder: cacheFolder(territory.siren),
      fetcher,
      openReader,
      refresh: call.refresh,
      accept: call.accept,
      tally,
      signal: io.signal,
      listener: {
        onStep: (step) => io.progress.say(stepLine(step)),
        onWait: (holder) => io.say(waitSentence(holder)),
        onNotice: (notice) => io.say(noticeSentence(notice)),
      },
      onOutcome: (outcome) => {
        io.progress.clear();
        const notes = isUnreached(outcome) ? [] : sourceNotes(outcome);
        const lines = outcomeLines(outcome, notes);
        for (const line of lines) (call.json ? io.say : io.print)(line);
      },
    });
  } finally {
    await fetcher.close();
  }
}

/** Between two lines of progress: counting takes longer than a piece of an answer. */
const PROGRESS_MS = 100;

async function writeReport(path: string, report: CollectReport): Promise<void> {
  const isMarkdown = path.toLowerCase().endsWith('.md');
  const text = isMarkdown ? reportToMarkdown(report) : `${JSON.stringify(report, null, 1)}\n`;
  await writeWhole(path, text);
}

async function tellEnd(
  report: CollectReport,
  outcomes: readonly SourceOutcome[],
  site: Site,
  call: CollectCall,
  io: CommandIo,
): Promise<void> {
  for (const line of unreachedLines(outcomes)) io.say(line);
  if (call.json) io.print(JSON.stringify(report, null, 1));
  io.say(totalSentence(report));
  const versions = outcomes.flatMap(({ state, layers }) =>
    state === 'published'
      ? layers.flatMap(({ id, version }) => (version ? [{ id, version }] : []))
      : [],
  );
  if (await pagesAreBehind(site.publicDir, versions)) io.say(PAGES_BEHIND);
}
