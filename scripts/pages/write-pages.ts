import { join } from 'node:path';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import type { CommuneSheet } from '../../src/domain/commune-sheet.ts';
import type { Engine } from '../../src/engine/protocol.ts';
import { renderCommunePage } from '../../src/pages/commune-page.ts';
import { renderComparison } from '../../src/pages/comparison-page.ts';
import { renderIndex } from '../../src/pages/index-page.ts';
import { renderMethods } from '../../src/pages/methods-page.ts';
import type { PageChoice } from '../../src/pages/page-choice.ts';
import { putAllInPlace, stage } from '../publish/write-whole.ts';
import policy from '../steps/content-security-policy.json' with { type: 'json' };
import { drawCommuneMap, readMapGround } from './draw-commune-map.ts';
import { mapWords } from './map-words.ts';
import { PAGES_FOLDER } from './sheet-files.ts';

/** What the pages are made of. */
export interface PagesRequest {
  /** The folder that is served: `catalogue.json` and the layers are there, and the sheets in `communes/`. */
  folder: string;
  catalogue: Catalogue;
  /** Over that catalogue. */
  engine: Engine;
  /** Of every commune. */
  sheets: CommuneSheet[];
  choice: PageChoice;
}

/**
 * Writes the pages of the communes beside their sheets: of each `<code>.html` and `.svg` (the map), `methodes.html`,
 * `comparer.html` and `index.html`. They take their places together at the end: what is served meanwhile are the pages of before.
 * @throws {AppError} `site-unwritable`, and what reading the layers throws.
 */
export async function writePages(
  request: PagesRequest,
  onPage?: (done: number, total: number) => void,
): Promise<void> {
  const { folder, catalogue, engine, sheets, choice } = request;
  const { shortName, banner } = catalogue.territory;
  const site = { territory: shortName, banner: banner ?? null, policy: POLICY };
  const staged: string[] = [];
  const write = async (name: string, text: string) => {
    const path = join(folder, PAGES_FOLDER, name);
    await stage(path, text);
    staged.push(path);
  };
  const words = await mapWords(engine, catalogue, choice);
  const ground = await readMapGround(folder, catalogue, choice);
  for (const [i, sheet] of sheets.entries()) {
    const { code } = sheet;
    const drawn = await drawCommuneMap(sheet, ground, words.get(code) ?? []);
    const page = renderCommunePage(sheet, { map: drawn.map, policy: POLICY, choice });
    await write(`${code}.svg`, drawn.svg);
    await write(`${code}.html`, page);
    onPage?.(i + 1, sheets.length);
  }
  const [any] = sheets;
  if (any) await write('methodes.html', renderMethods(any, site));
  await write('comparer.html', renderComparison(sheets, site));
  await write('index.html', renderIndex(sheets, site));
  await putAllInPlace(staged);
}

/** The security policy as the pages hold it, for hosts that send none. */
const POLICY = Object.entries(policy)
  .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
  .join('; ');
