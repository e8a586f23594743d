import { AppError } from '../../src/domain/errors.ts';
import { failureSentence } from '../ask/messages.ts';
import { openEngine, readCatalogue } from '../ask/open-folder.ts';
import { openLibrary } from '../ask/open-library.ts';
import type { Progress } from '../publish/progress.ts';
import { siteOf } from '../publish/site.ts';
import { parseArguments } from './arguments.ts';
import { findSheets } from './find-sheets.ts';
import {
  askingLine,
  doneSentence,
  NO_FIGURES,
  removedSentence,
  unansweredSentence,
  usageSentence,
  writingLine,
} from './messages.ts';
import { readPageChoice } from './read-page-choice.ts';
import { writeFirstMap } from './write-first-map.ts';
import { writePages } from './write-pages.ts';
import { removeGone, writeSheets } from './write-sheets.ts';

/** Where the command speaks. */
export interface PagesIo {
  print(line: string): void;
  /** What went wrong. */
  say(line: string): void;
  progress: Progress;
}

/**
 * `npm run pages`: draws the first map of a site, asks the figures of all its communes and writes their pages. Gives the exit code: 0 done, 1 a figure could not be
 * found though its layers are there, or nothing could be written, 2 the command is wrong.
 */
export async function runPages(argv: readonly string[], io: PagesIo): Promise<number> {
  const parsed = parseArguments(argv, siteOf(undefined).publicDir);
  if ('fault' in parsed) {
    const isHelp = parsed.fault.kind === 'help';
    (isHelp ? io.print : io.say)(usageSentence(parsed.fault));
    return isHelp ? 0 : 2;
  }
  try {
    return await makePages(parsed.data, io);
  } catch (error) {
    io.progress.clear();
    if (!(error instanceof AppError)) throw error;
    io.say(failureSentence(error));
    return 1;
  }
}

async function makePages(folder: string, { print, say, progress }: PagesIo): Promise<number> {
  const start = performance.now();
  const catalogue = await readCatalogue(folder);
  await writeFirstMap(folder, catalogue);
  const { library } = await openLibrary(folder, catalogue);
  if (!library.communeFigures?.length) {
    say(NO_FIGURES);
    return 1;
  }
  const choice = await readPageChoice(siteOf(folder).dataDir, catalogue);
  const engine = await openEngine(folder, catalogue);
  const { sheets, unanswered } = await findSheets(engine, catalogue, library, (done, total) =>
    progress.say(askingLine(done, total)),
  );
  const bytes = await writeSheets(folder, sheets);
  await writePages({ folder, catalogue, engine, sheets, choice }, (done, total) =>
    progress.say(writingLine(done, total)),
  );
  const gone = await removeGone(folder, sheets);
  progress.clear();
  for (const item of unanswered) say(unansweredSentence(item));
  if (gone.length > 0) print(removedSentence(gone.length));
  print(doneSentence(sheets.length, bytes, performance.now() - start));
  return unanswered.some(({ reason }) => reason.kind === 'failed') ? 1 : 0;
}
