import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AppError, dataToError } from '../../src/domain/errors.ts';
import { parseSeance } from '../../src/domain/parse-seance.ts';
import type { Seance } from '../../src/domain/seance.ts';
import { fileSource } from '../../src/engine/file-source.ts';
import { createLocalEngine } from '../../src/engine/local-engine.ts';
import { nodePlatform } from '../../src/engine/node-platform.ts';
import { openRows, readRows } from '../../src/loaders/read-arrow.ts';
import { printSource } from '../../src/map/print-source.ts';
import { makeHandout } from '../../src/paper/handout/make-handout.ts';
import { drawPage } from '../../src/paper/pdf/draw-page.ts';
import { documentMeasure, endDocument, openDocument } from '../../src/paper/pdf/open-document.ts';
import { createEffects } from '../../src/state/effects.ts';
import { type AppStore, createAppStore } from '../../src/state/store.ts';
import { handoutRequestOf } from '../../src/ui/seance/editeur/handout-request-of.ts';
import { handoutWords } from '../../src/ui/strings/seance-handout.ts';
import { readCatalogue } from '../ask/open-folder.ts';
import { openLibrary } from '../ask/open-library.ts';
import { readPaperFonts } from '../atlas/paper-fonts.ts';

/** What is told while a document is made: how many items are asked, then laid out. */
export type OnItem = (step: 'reading' | 'drawing', done: number, total: number) => void;

/** A document that was made. */
export interface SeanceDocument {
  bytes: Uint8Array<ArrayBuffer>;
  seance: Seance;
  pages: number;
  /** Titles of the items whose question got no answer: their page says so. */
  unanswered: string[];
}

/**
 * The hand-out of a session that a folder serves, one page an item, made as the page makes it: its state, its engine, its paper. About a
 * second an item, and more for a question.
 * @throws {AppError} `seance-missing` with the `id`, as `parseSeance` and `readCatalogue`; what the engine throws.
 */
export async function makeDocument(
  folder: string,
  id: string,
  onItem: OnItem = () => {},
): Promise<SeanceDocument> {
  const catalogue = await readCatalogue(folder);
  const seance = await readSeance(folder, id);
  const services = await openServices(folder, catalogue);
  const total = seance.items.length;
  const signal = new AbortController().signal;
  const request = await handoutRequestOf(seance, catalogue, services, {
    signal,
    onItem: (done) => onItem('reading', done, total),
  });
  const document = openDocument(await readPaperFonts(), {
    title: seance.title,
    author: catalogue.territory.name,
    made: new Date(),
  });
  const baseUrl = baseOf(folder);
  const pages = await makeHandout(
    request,
    {
      kept: new Map(),
      measure: documentMeasure(document),
      open: ({ file }) => fileSource(new URL(file.path, baseUrl).href, file.bytes),
    },
    { onItem: (done) => onItem('drawing', done, total) },
  );
  for (const page of pages) drawPage(document, page);
  const unanswered = seance.items.filter((item, i) => {
    return item.scene.question !== undefined && request.items[i]?.answer === handoutWords.noAnswer;
  });
  return {
    bytes: await endDocument(document),
    seance,
    pages: pages.length,
    unanswered: unanswered.map(({ number, title }) => `${number}. ${title}`),
  };
}

async function readSeance(folder: string, id: string): Promise<Seance> {
  const path = join(folder, 'seances', `${id}.json`);
  try {
    return parseSeance(JSON.parse(await readFile(path, 'utf8')));
  } catch (cause) {
    const source = `seances/${id}.json`;
    if (cause instanceof AppError) {
      throw new AppError(cause.code, cause.message, { ...cause.context, source }, cause);
    }
    throw new AppError('seance-missing', `cannot read ${path}`, { id, url: path }, cause);
  }
}

/** The state and the effects of a page over a folder: nothing is kept, nothing is asked of a network. */
async function openServices(
  folder: string,
  catalogue: Awaited<ReturnType<typeof readCatalogue>>,
): Promise<Parameters<typeof handoutRequestOf>[2]> {
  const store: AppStore = createAppStore({ screen: 'seance', isEngineSpared: false });
  const engine = createLocalEngine(nodePlatform);
  const effects = createEffects(store, {
    engine,
    baseUrl: baseOf(folder),
    fetchCatalogue: async () => JSON.parse(await readFile(join(folder, 'catalogue.json'), 'utf8')),
    fetchRestricted: async () => null,
    fetchLibrary: async () => (await openLibrary(folder, catalogue)).library,
    fetchHistory: (layer, path) => {
      throw new AppError('layer-missing', 'a session shows no version', { layer, url: path });
    },
    decodeRows: async (stream) => readRows(stream),
    openRows: async (stream) => openRows(stream),
    storage: {
      get localStorage(): Storage {
        throw new Error('a command keeps nothing');
      },
      addEventListener() {},
    },
    openStorage: () => ({
      read: () => ({ kept: [], unread: 0 }),
      get: () => null,
      write() {},
      remove() {},
      follow() {},
    }),
    now: () => new Date().toISOString(),
    newId: () => 'a',
  });
  await effects.start('#/seance');
  const { catalogue: opened, notices } = store.getState();
  if (!opened && notices[0]) throw dataToError(notices[0].error);
  const show = (state: Parameters<typeof printSource>[0], title: string, signal?: AbortSignal) =>
    printSource(state, engine, title, signal);
  return { store, effects, exports: { printSource: show } };
}

const baseOf = (folder: string) => pathToFileURL(`${resolve(folder)}/`).href;
