import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import type { CommuneSheet } from '../../src/domain/commune-sheet.ts';
import type { Engine } from '../../src/engine/protocol.ts';
import { renderCommunePage } from '../../src/pages/commune-page.ts';
import { renderComparison } from '../../src/pages/comparison-page.ts';
import { renderIndex } from '../../src/pages/index-page.ts';
import type { PageChoice } from '../../src/pages/page-choice.ts';
import { onDisk, writeWhole } from '../publish/write-whole.ts';
import policy from '../steps/content-security-policy.json' with { type: 'json' };
import { drawCommuneMap } from './draw-commune-map.ts';
import { mapWords } from './map-words.ts';

/** What the pages are made of. */
export interface PagesRequest {
  /** The folder that is served: `catalogue.json` and the layers are there, `communes/` is written there. */
  folder: string;
  catalogue: Catalogue;
  /** Over that catalogue. */
  engine: Engine;
  /** Of every commune. */
  sheets: CommuneSheet[];
  choice: PageChoice;
  /** Called after each page. */
  onPage?: (done: number, all: number) => void;
}

/**
 * Writes the pages of the communes: of each `<code>.html`, `.json` (the sheet) and `.svg` (the map), then `comparer.html`, and
 * `index.html` last, which is what tells that they are all there. Files of communes that are no more are removed.
 * @throws {AppError} `site-unwritable`, and what reading the layers throws.
 */
export async function writePages(request: PagesRequest): Promise<void> {
  const { folder, catalogue, engine, sheets, choice, onPage } = request;
  const { shortName, banner } = catalogue.territory;
  const site = { territory: shortName, banner: banner ?? null, policy: POLICY };
  const place = join(folder, PAGES_FOLDER);
  await onDisk(place, () => mkdir(place, { recursive: true }));
  await onDisk(place, () => rm(join(place, 'index.html'), { force: true }));
  const words = await mapWords(engine, catalogue, choice);
  for (const [i, sheet] of sheets.entries()) {
    const { code } = sheet;
    const drawn = await drawCommuneMap(sheet, request, words.get(code) ?? []);
    const page = renderCommunePage(sheet, { map: drawn.map, policy: POLICY, first: choice.first });
    const write = (extension: string, text: string) =>
      onDisk(place, () => writeFile(join(place, `${code}.${extension}`), text));
    await write('svg', drawn.svg);
    await write('json', `${JSON.stringify(sheet)}\n`);
    await write('html', page);
    onPage?.(i + 1, sheets.length);
  }
  await removeOthers(place, sheets);
  await writeWhole(join(place, 'comparer.html'), renderComparison(sheets, site));
  await writeWhole(join(place, 'index.html'), renderIndex(sheets, site));
}

/** Where the pages are, from the site's root. */
export const PAGES_FOLDER = 'communes';

/** The security policy as the pages hold it, for hosts that send none. */
export const POLICY = Object.entries(policy)
  .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
  .join('; ');

/** The script and the style of the pages may be in that folder too: only files that are named by a code are ours to remove. */
async function removeOthers(place: string, sheets: CommuneSheet[]): Promise<void> {
  const codes = new Set(sheets.map(({ code }) => code));
  for (const name of await onDisk(place, () => readdir(place))) {
    const [, code] = /^(\d[\dAB]\d{3})\.(html|json|svg)$/.exec(name) ?? [];
    if (code && !codes.has(code)) await onDisk(place, () => rm(join(place, name), { force: true }));
  }
}
