import { describe, expect, it } from 'vitest';
import { layOutReport } from '../../src/export/report/lay-out-report.ts';
import type { DrawnReportMap, ReportContent } from '../../src/export/report/report-content.ts';
import { writeReport } from '../../src/export/report/write-report.ts';
import type { PagePart } from '../../src/paper/page.ts';
import { scaleBar } from '../../src/plan/scale-bar.ts';
import { createExportContent, HARD_ROWS } from '../helpers/create-export-content.ts';
import { openPdf } from '../helpers/open-pdf.ts';
import { paperFonts } from '../helpers/paper-fonts.ts';

const MAP: DrawnReportMap = {
  plan: {
    frame: {
      ...{ crs: 'EPSG:3950', centre: [1_700_000, 9_200_000], scale: 10_000 },
      ...{ widthMm: 180, heightMm: 100 },
    },
    marks: [],
  },
  legend: [
    {
      ...{ title: 'Zones', measure: null },
      entries: [{ label: 'À urbaniser', swatch: { widthMm: 6, heightMm: 4, marks: [] } }],
    },
  ],
  titles: ['Zones'],
  sources: ['Mairie, Licence Ouverte 2.0 : Zones (1er mars 2024).'],
  absent: ['Parcelles : seulement à partir du 1:5 000.'],
};

function reportOf(changes: Partial<ReportContent> = {}): ReportContent {
  return {
    content: createExportContent(),
    orientation: 'portrait',
    territory: 'Valenciennes Métropole',
    day: '2026-11-21',
    figures: [{ label: 'parcelles', value: '5' }],
    map: null,
    charts: [{ title: 'Par commune', bars: [{ label: 'Anzin', value: 4, text: '4' }] }],
    ...changes,
  };
}

async function pdfOf(changes: Partial<ReportContent> = {}, map: DrawnReportMap | null = null) {
  const { blob } = await writeReport(reportOf(changes), map, paperFonts());
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const { document, pages, texts } = await openPdf(bytes);
  return { bytes, document, pages, texts, text: dense(texts.join(' ')) };
}

/** The text without spaces, which a PDF sets as it likes. */
const dense = (text: string) => text.replace(/\s/g, '');

const isGrowing = (places: number[]) =>
  places.every((place, i) => place > (i === 0 ? 0 : (places[i - 1] as number)));

describe('the report', () => {
  it('is text, accents included, with all that a reader must know', async () => {
    const { text, texts } = await pdfOf({}, MAP);
    for (const wanted of [
      'Parcelles à urbaniser',
      'Parcelles de plus de 2 000 m², à moins de 100 m d’une zone inondable.',
      'Données du 1er janvier 2024.',
      'Échelle 1:10 000',
      'Éléphant « œuvre » à l’Île',
      '59350000AB0012',
      'Licence Ouverte 2.0',
      '3f2a91c0',
      'Les géométries sont simulées.',
      'seul le document opposable fait foi',
      'https://atlas.example/#/question',
      'Par commune',
      'À urbaniser',
      'Parcelles : seulement à partir du 1:5 000.',
      'Mairie, Licence Ouverte 2.0 : Zones (1er mars 2024).',
      '29/02/2024',
    ]) {
      expect(text).toContain(dense(wanted));
    }
    expect(dense(texts[0] ?? '')).toContain(dense(`Page 1 sur ${texts.length}`));
  });

  it('is read aloud in its order: headings, figures in words, a table with its headings, a link', async () => {
    const { document, pages } = await pdfOf({}, MAP);
    const info = (await document.getMetadata()).info as Record<string, unknown>;
    expect(info).toMatchObject({ Language: 'fr-FR', Title: 'Parcelles à urbaniser' });
    const marks = (await document.getMarkInfo()) as unknown as Map<string, boolean>;
    expect(marks.get('Marked')).toBe(true);
    const trees = await Promise.all(pages.map((page) => page.getStructTree()));
    const roles = trees.flatMap(rolesOf);
    for (const role of ['H1', 'Figure', 'Table', 'TR', 'TH', 'TD', 'L', 'LI', 'Link']) {
      expect(roles).toContain(role);
    }
    expect(roles.filter((role) => role === 'TH')).toHaveLength(6 + 5);
    expect(roles.filter((role) => role === 'TD')).toHaveLength(HARD_ROWS.length * 6 + 5);
    const words = JSON.stringify(trees).replace(/\s|\\u00a0/g, '');
    expect(words).toContain('Ilmontre:Zones');
    expect(words).toContain('Diagrammeenbarres.Parcommune:Anzin,4.');
    const [link] = (await Promise.all(pages.map((page) => page.getAnnotations()))).flat();
    expect(link?.url).toBe('https://atlas.example/#/question');
    const outline = (await document.getOutline()) ?? [];
    expect(outline.map(({ title }) => title)).toEqual([
      ...['Parcelles à urbaniser', 'Carte', 'Légende', 'Par commune', 'Résultats'],
      ...['Sources', 'À savoir', 'Retrouver cette réponse'],
    ]);
  });

  it('has every row of a long answer, in order and in one table whose heading comes again on each page', async () => {
    const content = createExportContent({
      rows: Array.from({ length: 200 }, (_, i) => [`id${i}.`, i]),
      geometry: null,
      columns: [
        { name: 'id', label: 'Identifiant', type: 'text' },
        { name: 'aire', label: 'Surface', type: 'integer', unit: 'm²' },
      ],
    });
    const { bytes, pages, texts, text } = await pdfOf({ content, charts: [] });
    expect(text).toContain(dense('200 lignes, toutes imprimées'));
    expect(isGrowing(content.rows.map(([id]) => text.indexOf(String(id))))).toBe(true);
    const own = texts.filter((page) => /id\d/.test(page));
    expect(own.length).toBeGreaterThan(2);
    for (const page of own) expect(dense(page)).toContain(dense('Identifiant Surface (m²)'));
    const written = Buffer.from(bytes).toString('latin1');
    const tagsOf = (role: string) => written.match(new RegExp(`/S /${role}\\s`, 'g'))?.length;
    expect([tagsOf('Table'), tagsOf('TH'), tagsOf('TR')]).toEqual([2, 2 + 5, 201 + 2]);
    const ends = (await pages[1]?.getTextContent())?.items.flatMap((item) =>
      'str' in item && /^\d+$/.test(item.str) ? [item.transform[4] + item.width] : [],
    );
    expect(Math.max(...(ends ?? [])) - Math.min(...(ends ?? []))).toBeLessThan(0.1);
  });

  it('has the hard rows of a short answer, in order', async () => {
    const { text } = await pdfOf();
    const ids = HARD_ROWS.map(([id]) => id).filter((id) => id !== null);
    expect(isGrowing(ids.map((id) => text.indexOf(dense(String(id)))))).toBe(true);
  });

  it('says which rows, columns and texts are not printed', () => {
    const rows = Array.from({ length: 10_001 }, (_, i) => [i === 0 ? 'x'.repeat(700) : `id${i}`]);
    const columns = [{ name: 'id', label: 'Identifiant', type: 'text' as const }];
    const content = createExportContent({ rows, geometry: null, columns });
    const text = dense(wordsOf({ content }).join(' '));
    expect(text).toContain(dense('10 000 lignes imprimées sur 10 001'));
    expect(text).toContain(dense('Un texte trop long pour une page est coupé'));
    expect(text).toContain('id9999');
    expect(text).not.toContain('id10000');
    const wide = createExportContent({
      columns: [
        ...createExportContent().columns,
        ...['Un', 'Deux', 'Trois'].map((label) => ({ name: label, label, type: 'text' as const })),
      ],
    });
    const narrow = dense(wordsOf({ content: wide }).join(' '));
    expect(narrow).toContain(dense('à retrouver dans le tableur : Deux, Trois'));
  });

  it('prints a row’s name and what was measured before the rest, and a line for each condition', () => {
    const content = createExportContent({
      columns: createExportContent().columns.map((column) => ({
        ...column,
        ...(column.name === 'commentaire' && { isName: true }),
        ...(column.name === 'distance_1_m' && { isMeasure: true }),
      })),
      conditions: [
        { level: 0, text: 'À moins de 100 m.', meaning: 'De bord à bord.' },
        { level: 0, text: 'L’une de ces conditions :', meaning: null },
      ],
    });
    const text = dense(wordsOf({ content }).join(' '));
    const headings = ['Commentaire', 'Distance (m)', 'Contenance cadastrale'];
    expect(isGrowing(headings.map((heading) => text.indexOf(dense(heading))))).toBe(true);
    expect(text).toContain(dense('Critères À moins de 100 m. De bord à bord. L’une de'));
  });

  it('has the page lie as asked, the map in its exact size, and all that it says on its paper', () => {
    const pages = pagesOf({ orientation: 'landscape' }, MAP);
    expect(pages[0]).toMatchObject({ widthMm: 297, heightMm: 210 });
    const map = pages[0]?.parts.find(({ role }) => role === 'Figure');
    expect(map?.drawings?.[0]?.box).toMatchObject({ width: 180, height: 100 });
    for (const { widthMm, heightMm, parts } of pages) {
      for (const { x, y } of parts.flatMap(linesOf)) {
        expect(x >= 10 && x < widthMm - 10 && y > 10 && y < heightMm - 10).toBe(true);
      }
    }
  });

  it('is made without any row', async () => {
    const content = createExportContent({ rows: [], shapes: [] });
    const { text } = await pdfOf({ content, charts: [], figures: [] });
    expect(text).toContain(dense('Aucune ligne ne répond'));
  });
});

it.each([
  [500, 20, 40],
  [2000, 100, 50],
  [25_000, 1000, 40],
  [100_000, 5000, 50],
])('a scale bar at 1:%d is %d m long, %d mm on paper', (scale, metres, millimetres) => {
  expect(scaleBar(scale)).toEqual({ metres, millimetres });
});

function pagesOf(changes: Partial<ReportContent> = {}, map: DrawnReportMap | null = null) {
  const measure = (text: string, sizeMm: number) => text.length * sizeMm * 0.5;
  return layOutReport(reportOf(changes), map, measure, measure);
}

function wordsOf(changes: Partial<ReportContent>): string[] {
  return pagesOf(changes).flatMap(({ parts }) => parts.flatMap(linesOf).map(({ text }) => text));
}

function linesOf({ lines = [], parts = [] }: PagePart): NonNullable<PagePart['lines']> {
  return [...lines, ...parts.flatMap(linesOf)];
}

function rolesOf(node: unknown): string[] {
  const { role, children = [] } = (node ?? {}) as { role?: string; children?: unknown[] };
  return role ? [role, ...children.flatMap(rolesOf)] : [];
}
