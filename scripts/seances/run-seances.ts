import { AppError } from '../../src/domain/errors.ts';
import type { PagesIo } from '../pages/run-pages.ts';
import { siteOf } from '../publish/site.ts';
import { writeWhole } from '../publish/write-whole.ts';
import { readOptions } from '../read-options.ts';
import { failureText, messages, type UsageFault, usageSentence } from './messages.ts';
import { writeSeances } from './write-seances.ts';

/**
 * `npm run seances`: publishes the sessions of a site's data, or makes the document of one that is published. Gives the exit code: 0 done, 1 it
 * cannot be, 2 the command is wrong.
 */
export async function runSeances(argv: readonly string[], io: PagesIo): Promise<number> {
  const read = readOptions(argv, OPTIONS);
  if ('fault' in read) return refuse(read.fault, io);
  const [command, id, stray] = read.words;
  if (command !== undefined && command !== 'document') {
    return refuse({ kind: 'stray', word: command }, io);
  }
  if (stray !== undefined) return refuse({ kind: 'stray', word: stray }, io);
  const { data, sortie } = read.values;
  try {
    if (command === undefined) {
      if (data ?? sortie) return refuse({ kind: 'no-seance' }, io);
      io.print(messages.done((await writeSeances(siteOf(undefined))).length));
      return 0;
    }
    if (id === undefined) return refuse({ kind: 'no-seance' }, io);
    await writeDocument(data ?? siteOf(undefined).publicDir, id, sortie ?? `${id}.pdf`, io);
    return 0;
  } catch (error) {
    io.progress.clear();
    if (!(error instanceof AppError)) throw error;
    io.say(failureText(error));
    return 1;
  }
}

async function writeDocument(folder: string, id: string, path: string, io: PagesIo) {
  // Half of the page is loaded with it, which publishing does without.
  const { makeDocument } = await import('./make-document.ts');
  const { bytes, seance, pages, unanswered } = await makeDocument(folder, id, (step, done, total) =>
    io.progress.say(messages[step](done, total)),
  );
  await writeWhole(path, bytes);
  io.progress.clear();
  if (unanswered.length > 0) io.say(messages.unanswered(unanswered));
  io.print(messages.written(path, seance.title, pages, bytes.length));
}

function refuse(fault: UsageFault, io: PagesIo): number {
  const isHelp = fault.kind === 'help';
  (isHelp ? io.print : io.say)(usageSentence(fault));
  return isHelp ? 0 : 2;
}

const OPTIONS = {
  help: { type: 'boolean' },
  data: { type: 'string' },
  sortie: { type: 'string' },
} as const;
