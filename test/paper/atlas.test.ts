import { beforeAll, describe, expect, it } from 'vitest';
import type { CommuneSheet } from '../../src/domain/commune-sheet.ts';
import { atlasPdf } from '../../src/paper/atlas/atlas-pdf.ts';
import { communeFrames } from '../../src/paper/commune/commune-frames.ts';
import { layOutCommune } from '../../src/paper/commune/lay-out-commune.ts';
import type { PagePart } from '../../src/paper/page.ts';
import type { PlanDrawing } from '../../src/plan/plan.ts';
import { type OpenPdf, openPdf } from '../helpers/open-pdf.ts';
import { paperFonts } from '../helpers/paper-fonts.ts';

const NAMES = ['Ames', 'Béthune', 'Nœux-les-Mines'];

/** A sheet of so many figures, the last one in doubt. */
function sheetOf(name: string, i: number, figures: number): CommuneSheet {
  return {
    ...{ version: 1, code: `6200${i}`, name, extent: [2, 50, 2.1, 50.1], asOf: '2026-03-31' },
    territory: {
      ...{ name: 'Agglomération d’essai', shortName: 'Essai', siren: '0', communes: 3 },
      banner: null,
    },
    versions: { zae: 'abcd1234' },
    neighbours: [],
    sections: [
      {
        id: 'economie',
        title: 'Économie',
        lists: [],
        figures: Array.from({ length: figures }, (_, at) => ({
          ...{ id: `f${at}`, label: `Chiffre ${at}`, unit: 'ha', method: 'Mesuré.' },
          ...{ value: at === 0 ? null : at + 0.5, rank: at === 0 ? null : 1, outOf: 3 },
          median: 2.5,
          sources: [
            {
              ...{ kind: 'layer' as const, layer: 'zae', title: 'Zones d’activité' },
              ...{ date: '2026-03-01', version: 'abcd1234' },
            },
          ],
          ...(at === figures - 1 && { doubt: 'Les documents ne s’accordent pas.' }),
        })),
      },
    ],
  };
}

const plan: PlanDrawing = {
  frame: { crs: 'EPSG:3950', centre: [0, 0], scale: 25_000, widthMm: 10, heightMm: 10 },
  marks: [],
};

let pdf: OpenPdf;
let pages: number;
beforeAll(async () => {
  const atlas = await atlasPdf({
    sheets: NAMES.map((name, i) => sheetOf(name, i, i === 1 ? 70 : 5)),
    ...{ paper: 'A4', scale: 25_000, legend: [], hasLists: false, fonts: paperFonts() },
    made: new Date('2026-04-01'),
    planOf: async () => plan,
  });
  pages = atlas.pages;
  pdf = await openPdf(atlas.bytes);
});

/** The number of the page where a commune begins, from 1. */
const pageOf = (name: string) =>
  1 + pdf.texts.findIndex((text, i) => i > 1 && text.startsWith(`${name} `));

describe('the atlas of the communes', () => {
  it('has a cover, an index and as many pages a commune as its figures need', () => {
    expect(pdf.texts).toHaveLength(pages);
    expect(pdf.texts[0]).toMatch(/Atlas des communes .*3 communes, toutes à l’échelle 1:25.000/);
    expect(pageOf('Béthune')).toBe(4);
    expect(pageOf('Nœux-les-Mines')).toBeGreaterThan(5);
    expect(pdf.texts.at(-1)).toContain(`page ${pages} sur ${pages}`);
  });

  it('says in the index where each commune is, and leads there', async () => {
    for (const name of NAMES) expect(pdf.texts[1]).toMatch(new RegExp(`${name} +${pageOf(name)}`));
    const links = (await pdf.pages[1]?.getAnnotations()) ?? [];
    expect(links).toHaveLength(3);
    for (const [i, { dest }] of links.entries()) {
      const [target] = (await pdf.document.getDestination(dest)) ?? [];
      expect(1 + (await pdf.document.getPageIndex(target))).toBe(pageOf(NAMES[i] as string));
    }
  });

  it('has an outline of all communes and is tagged, in French', async () => {
    const outline = (await pdf.document.getOutline()) ?? [];
    expect(outline.map(({ title }) => title)).toEqual([
      'Atlas des communes',
      'Index des communes',
      ...NAMES,
    ]);
    const marks = (await pdf.document.getMarkInfo()) as unknown as Map<string, boolean>;
    expect(marks.get('Marked')).toBe(true);
    expect((await pdf.document.getMetadata()).info).toMatchObject({ Language: 'fr-FR' });
  });

  it('tells each figure with its unit, place, median, source and date, and what is in doubt', () => {
    const text = pdf.texts[2] ?? '';
    expect(text).toMatch(/Chiffre 0 +non renseigné +Zones d’activité \(1er mars 2026\)/);
    expect(text).toMatch(/Chiffre 2 +2,50.ha +1er sur 3, médiane 2,50.ha/);
    expect(text).toMatch(/À vérifier.: Les documents ne s’accordent pas\./);
    expect(text).toContain('version abcd1234');
  });

  it('lies broadside on A3: a larger map, the figures beside it and on further pages, nothing over the edge', () => {
    const { page, map, columns } = communeFrames('A3');
    expect(page).toEqual({ width: 420, height: 297 });
    expect(map.width).toBeGreaterThan(communeFrames('A4').map.width);
    expect(columns.every(({ x }) => x > map.x + map.width)).toBe(true);
    const content = { paper: 'A3' as const, scale: 25_000, plan, legend: [], hasLists: false };
    const measure = (text: string, sizeMm: number) => text.length * sizeMm * 0.5;
    const laid = layOutCommune(sheetOf('Béthune', 1, 150), content, measure);
    expect(laid.length).toBeGreaterThan(1);
    for (const { widthMm, heightMm, parts } of laid) {
      expect([widthMm, heightMm]).toEqual([420, 297]);
      for (const { x, y } of parts.flatMap(linesOf)) {
        expect(x >= 10 && x < 410 && y > 8 && y < 290).toBe(true);
      }
    }
  });
});

function linesOf({ lines = [], parts = [] }: PagePart): NonNullable<PagePart['lines']> {
  return [...lines, ...parts.flatMap(linesOf)];
}
