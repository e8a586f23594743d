import { AppError, isAbort } from '../../src/domain/errors.ts';
import type { Issue } from '../../src/publish/issue.ts';
import { issueLines } from '../../src/publish/report/issue-lines.ts';
import { issuesToCsv } from '../../src/publish/report/issues-to-csv.ts';
import { issuesToGeoJson } from '../../src/publish/report/issues-to-geojson.ts';
import { followChange } from '../library/follow-layers.ts';
import { type PublishCall, parseArguments } from './arguments.ts';
import {
  diffLine,
  layerLine,
  noticeSentence,
  outcomeSentence,
  PAGES_BEHIND,
  STOPPED,
  stepLine,
  usageSentence,
  waitSentence,
} from './messages.ts';
import { outcomeDocument } from './outcome-document.ts';
import { pagesAreBehind } from './pages-are-behind.ts';
import type { Progress } from './progress.ts';
import { type Outcome, publish } from './publish.ts';
import { readCatalogue, readThemes, siteOf } from './site.ts';
import { commandSentence } from './site-sentences.ts';
import { writeWhole } from './write-whole.ts';

/** Where a command speaks. */
export interface CommandIo {
  /** The answer. */
  print(line: string): void;
  /** Everything else. */
  say(line: string): void;
  progress: Progress;
  signal: AbortSignal;
}

/**
 * `npm run publish`: prints a line for each layer, or with `--json` one document. Gives the exit code: 0 done, 1 the data
 * cannot be published or have warnings that nobody accepted, 2 the command is wrong, 130 stopped by Ctrl-C.
 */
export async function runPublish(argv: readonly string[], io: CommandIo): Promise<number> {
  try {
    const themes = await readThemes(siteOf(undefined));
    const call = parseArguments(
      argv,
      themes.map(({ id }) => id),
    );
    if (!('fault' in call)) return await runCall(call, io);
    const isHelp = call.fault.kind === 'help';
    (isHelp ? io.print : io.say)(usageSentence(call.fault));
    return isHelp ? 0 : 2;
  } catch (error) {
    io.progress.clear();
    if (isAbort(error)) {
      io.say(STOPPED);
      return 130;
    }
    if (!(error instanceof AppError)) throw error;
    io.say(commandSentence(error));
    return WRONG_CALLS.includes(String(error.context.reason)) ? 2 : 1;
  }
}

async function runCall(call: PublishCall, io: CommandIo) {
  const { publication, json, issuesFile } = call;
  const site = siteOf(call.out, call.territory);
  const { progress, signal } = io;
  const before = await readCatalogue(site);
  const outcome = await publish(publication, site, {
    signal,
    onStep: (step) => progress.say(stepLine(step)),
    onWait: (holder) => io.say(waitSentence(holder)),
    onNotice: (notice) => io.say(noticeSentence(notice)),
  });
  progress.clear();
  if (json) io.print(JSON.stringify(outcomeDocument(outcome), null, 1));
  else tell(outcome, io);
  if (issuesFile) await writeIssues(issuesFile, outcome.issues);
  const sentence = outcomeSentence(outcome, publication.dryRun);
  if (sentence) io.say(sentence);
  const library = outcome.isWritten ? await followChange(site, before) : null;
  if (library) io.say(library);
  if (outcome.isWritten && (await pagesAreBehind(site.publicDir, versionsOf(outcome)))) {
    io.say(PAGES_BEHIND);
  }
  return outcome.refusal ? 1 : 0;
}

function versionsOf({ layers }: Outcome): { id: string; version: string }[] {
  return layers.flatMap(({ id, written }) => (written ? [{ id, version: written.version }] : []));
}

function tell(outcome: Outcome, io: CommandIo): void {
  for (const line of issueLines(outcome.issues)) io.say(line);
  for (const layer of outcome.layers) {
    if (!outcome.refusal) io.print(layerLine(layer));
    const line = diffLine(layer);
    if (line) io.say(line);
  }
}

async function writeIssues(path: string, issues: readonly Issue[]): Promise<void> {
  const isTable = path.toLowerCase().endsWith('.csv');
  await writeWhole(path, isTable ? issuesToCsv(issues) : JSON.stringify(issuesToGeoJson(issues)));
}

/** What only another command line can mend. */
const WRONG_CALLS = ['several-tables', 'bundle-options', 'no-such-table'];
