import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import type { CommuneSheet } from '../../src/domain/commune-sheet.ts';
import type { Engine } from '../../src/engine/protocol.ts';
import { renderCommunePage } from '../../src/pages/commune-page.ts';
import { renderComparison } from '../../src/pages/comparison-page.ts';
import { renderIndex } from '../../src/pages/index-page.ts';
import { renderMethods } from '../../src/pages/methods-page.ts';
import type { PageChoice } from '../../src/pages/page-choice.ts';
import { onDisk, remove, writeWhole } from '../publish/write-whole.ts';
import policy from '../steps/content-security-policy.json' with { type: 'json' };
import { drawCommuneMap } from './draw-commune-map.ts';
import { mapWords } from './map-words.ts';
import { PAGES_FOLDER } from './write-sheets.ts';

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
 * Writes the pages of the communes beside their sheets: of each `<code>.html` and `.svg` (the map), then `methodes.html`,
 * `comparer.html`, and `index.html` last, which is what tells that they are all there.
 * @throws {AppError} `site-unwritable`, and what reading the layers throws.
 */
export async function writePages(
  request: PagesRequest,
  onPage?: (done: number, total: number) => void,
): Promise<void> {
  const { folder, catalogue, engine, sheets, choice } = request;
  const { shortName, banner } = catalogue.territory;
  const site = { territory: shortName, banner: banner ?? null, policy: POLICY };
  const place = join(folder, PAGES_FOLDER);
  await remove(join(place, 'index.html'));
  const words = await mapWords(engine, catalogue, choice);
  for (const [i, sheet] of sheets.entries()) {
    const { code } = sheet;
    const drawn = await drawCommuneMap(sheet, request, words.get(code) ?? []);
    const page = renderCommunePage(sheet, { map: drawn.map, policy: POLICY, choice });
    const write = (extension: string, text: string) =>
      onDisk(place, () => writeFile(join(place, `${code}.${extension}`), text));
    await write('svg', drawn.svg);
    await write('html', page);
    onPage?.(i + 1, sheets.length);
  }
  const [any] = sheets;
  if (any) await writeWhole(join(place, 'methodes.html'), renderMethods(any, site));
  await writeWhole(join(place, 'comparer.html'), renderComparison(sheets, site));
  await writeWhole(join(place, 'index.html'), renderIndex(sheets, site));
}

/** The security policy as the pages hold it, for hosts that send none. */
const POLICY = Object.entries(policy)
  .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
  .join('; ');
