import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import { COMMUNE_LAYER } from '../../src/domain/commune.ts';
import type { CommuneSheet } from '../../src/domain/commune-sheet.ts';
import { AppError } from '../../src/domain/errors.ts';
import { fileSource } from '../../src/engine/file-source.ts';
import { atlasPdf } from '../../src/paper/atlas/atlas-pdf.ts';
import {
  type CommunePlanMeans,
  communeFrame,
  drawCommunePlan,
  legendGroups,
  readCommunePlan,
} from '../../src/paper/commune-sheet.ts';
import { failureSentence } from '../ask/messages.ts';
import { openEngine, readCatalogue } from '../ask/open-folder.ts';
import { openLibrary } from '../ask/open-library.ts';
import { findSheets } from '../pages/find-sheets.ts';
import { askingLine, unansweredSentence } from '../pages/messages.ts';
import { readPageChoice } from '../pages/read-page-choice.ts';
import type { PagesIo } from '../pages/run-pages.ts';
import { PAGES_FOLDER } from '../pages/sheet-files.ts';
import { siteOf } from '../publish/site.ts';
import { writeWhole } from '../publish/write-whole.ts';
import { type AtlasCall, parseArguments } from './arguments.ts';
import {
  cutSentence,
  doneSentence,
  drawingLine,
  NO_COMMUNES,
  notDrawnSentence,
  usageSentence,
} from './messages.ts';
import { readPaperFonts } from './paper-fonts.ts';
import { readSheets } from './read-sheets.ts';
import { territoryFrame } from './territory-frame.ts';

/** `npm run atlas`: one PDF of all communes. Gives the exit code: 0 done, 1 it cannot be made, 2 the command is wrong. */
export async function runAtlas(argv: readonly string[], io: PagesIo): Promise<number> {
  const call = parseArguments(argv, siteOf(undefined).publicDir);
  if ('fault' in call) {
    const isHelp = call.fault.kind === 'help';
    (isHelp ? io.print : io.say)(usageSentence(call.fault));
    return isHelp ? 0 : 2;
  }
  try {
    return await makeAtlas(call, io);
  } catch (error) {
    io.progress.clear();
    if (!(error instanceof AppError)) throw error;
    io.say(failureSentence(error));
    return 1;
  }
}

async function makeAtlas(call: AtlasCall, io: PagesIo): Promise<number> {
  const start = performance.now();
  const { data, hasLists, paper } = call;
  const catalogue = await readCatalogue(data);
  const means = await planMeans(call, catalogue);
  const found = (await readSheets(data, catalogue)) ?? (await askSheets(data, catalogue, io));
  const sheets = found.sort((a, b) => a.name.localeCompare(b.name, 'fr'));
  if (sheets.length === 0) {
    io.say(NO_COMMUNES);
    return 1;
  }
  const fitting = sheets.map((sheet) => communeFrame(sheet, catalogue, { paper }).scale);
  const scale = call.scale ?? Math.max(...fitting);
  const cut = sheets.filter((_, i) => (fitting[i] ?? 0) > scale).map(({ name }) => name);
  const whole = territoryFrame(catalogue.territory, scale);
  const all = await readCommunePlan(whole, means);
  const hidden = all.filter(({ drawnFrom }) => drawnFrom !== null).map(({ layer }) => layer.title);
  const { bytes, pages } = await atlasPdf({
    ...{ sheets, paper, scale, hasLists, made: new Date(), fonts: await readPaperFonts() },
    legend: legendGroups(all, whole),
    async planOf(sheet) {
      const frame = communeFrame(sheet, catalogue, { paper, scale });
      return drawCommunePlan(sheet, frame, await readCommunePlan(frame, means));
    },
    onCommune: (done, total) => io.progress.say(drawingLine(done, total)),
  });
  const path = call.out ?? join(data, PAGES_FOLDER, 'atlas.pdf');
  await writeWhole(path, bytes);
  io.progress.clear();
  if (cut.length > 0) io.say(cutSentence(cut, scale));
  if (hidden.length > 0) io.say(notDrawnSentence(hidden, scale));
  const elapsedMs = performance.now() - start;
  const told = { pages, communes: sheets.length, bytes: bytes.length, elapsedMs };
  io.print(doneSentence(path, told));
  return 0;
}

/** The layers of the maps: those that are named, else those of the pages; the communes are always there. */
async function planMeans(
  { data, layers }: AtlasCall,
  catalogue: Catalogue,
): Promise<CommunePlanMeans> {
  const choice = await readPageChoice(siteOf(data).dataDir, catalogue);
  const wanted = layers
    ? layers.map((id) => ({ id, opacity: 1 }))
    : choice.map.map(({ layer, opacity }) => ({ id: layer, opacity }));
  const hasCommunes = wanted.some(({ id }) => id === COMMUNE_LAYER);
  const baseUrl = pathToFileURL(`${resolve(data)}/`).href;
  return {
    catalogue,
    shown: hasCommunes ? wanted : [{ id: COMMUNE_LAYER, opacity: 1 }, ...wanted],
    open: ({ file }) => fileSource(new URL(file.path, baseUrl).href, file.bytes),
  };
}

/** The sheets, asked of the layers where the pages are not there or behind. */
async function askSheets(
  folder: string,
  catalogue: Catalogue,
  { say, progress }: PagesIo,
): Promise<CommuneSheet[]> {
  const { library } = await openLibrary(folder, catalogue);
  const engine = await openEngine(folder, catalogue);
  const { sheets, unanswered } = await findSheets(engine, catalogue, library, (done, total) =>
    progress.say(askingLine(done, total)),
  );
  progress.clear();
  for (const item of unanswered) say(unansweredSentence(item));
  return sheets;
}
