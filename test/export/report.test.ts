import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { ReportContent } from '../../src/export/report/report-content.ts';
import { writeReport } from '../../src/export/report/write-report.ts';
import { scaleBar } from '../../src/plan/scale-bar.ts';
import { createExportContent, HARD_ROWS } from '../helpers/create-export-content.ts';
import { openPdf } from '../helpers/open-pdf.ts';

const FONTS = join(createRequire(import.meta.url).resolve('pdfmake'), '../../build/fonts/Roboto');

async function pdfOf(changes: Partial<ReportContent> = {}) {
  const [normal, bold] = await Promise.all(
    ['Regular', 'Medium'].map(async (face) => {
      const { buffer, byteOffset, length } = await readFile(join(FONTS, `Roboto-${face}.ttf`));
      return buffer.slice(byteOffset, byteOffset + length) as ArrayBuffer;
    }),
  );
  const report: ReportContent = {
    content: createExportContent(),
    orientation: 'portrait',
    territory: 'Valenciennes Métropole',
    day: '2026-11-21',
    figures: [{ label: 'parcelles', value: '5' }],
    map: { picture: PICTURE, widthMm: 180, heightMm: 100, scale: 10_000 },
    legend: [{ title: 'Zones', measure: null, entries: [{ label: 'À urbaniser', svg: SWATCH }] }],
    charts: [{ title: 'Par commune', bars: [{ label: 'Anzin', value: 4, text: '4' }] }],
    ...changes,
  };
  const { blob } = await writeReport(report, { normal: normal!, bold: bold! });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const { pages, texts } = await openPdf(bytes);
  return { bytes, pages, texts, text: texts.join(' ').replace(/[\u200b]/g, '') };
}

/** The text without spaces, which a PDF sets as it likes. */
const dense = (text: string) => text.replace(/[\s\u200b]/g, '');

describe('the report', () => {
  it('is text, accents included, with all that a reader must know', async () => {
    const { text, texts } = await pdfOf();
    for (const wanted of [
      'Parcelles à urbaniser',
      'Parcelles de plus de 2 000 m², à moins de 100 m d’une zone inondable.',
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
      '29/02/2024',
    ]) {
      expect(dense(text)).toContain(dense(wanted));
    }
    expect(dense(texts[0] ?? '')).toContain(dense(`Page 1 sur ${texts.length}`));
  });

  it('has every row of a short answer, in order', async () => {
    const { text } = await pdfOf({ map: null });
    const ids = HARD_ROWS.map(([id]) => id).filter((id) => id !== null);
    const places = ids.map((id) => dense(text).indexOf(dense(String(id))));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('says which rows and columns are not printed', async () => {
    const content = createExportContent({
      rows: Array.from({ length: 501 }, (_, i) => [`id${i}`]),
      geometry: null,
      columns: [{ name: 'id', label: 'Identifiant', type: 'text' }],
    });
    const { text } = await pdfOf({ content, map: null });
    expect(dense(text)).toContain(dense('500 lignes imprimées sur 501'));
    expect(text).toContain('id499');
    expect(text).not.toContain('id500');
    const wide = createExportContent({
      columns: [
        ...createExportContent().columns,
        ...['Un', 'Deux', 'Trois'].map((label) => ({ name: label, label, type: 'text' as const })),
      ],
    });
    const { text: narrow } = await pdfOf({ content: wide, map: null });
    expect(dense(narrow)).toContain(dense('à retrouver dans le tableur : Deux, Trois'));
  });

  it('prints a row’s name and what was measured before the rest, and a line for each condition', async () => {
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
    const { text } = await pdfOf({ content, map: null });
    const places = ['Commentaire', 'Distance (m)', 'Contenance cadastrale'].map((heading) =>
      dense(text).indexOf(dense(heading)),
    );
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(dense(text)).toContain(dense('Critères À moins de 100 m. De bord à bord. L’une de'));
  });

  it('has the page lie as asked, and the map in its exact size', async () => {
    const { pages, bytes } = await pdfOf({ orientation: 'landscape' });
    expect(pages[0]?.view.map(Math.round)).toEqual([0, 0, 842, 595]);
    const drawn = streamsOf(bytes)
      .map((stream) => stream.match(IMAGE))
      .find(Boolean);
    const [width, height] = drawn!.slice(1).map(Number);
    expect((width! / 72) * 25.4).toBeCloseTo(180, 2);
    expect((height! / 72) * 25.4).toBeCloseTo(100, 2);
  });

  it('is made without any row', async () => {
    const content = createExportContent({ rows: [], shapes: [] });
    const { text } = await pdfOf({ content, map: null, charts: [], legend: [], figures: [] });
    expect(text).toContain('Aucune ligne ne répond');
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

/** How a content stream places the picture: the size of the unit square that it fills, in points. */
const IMAGE = /([\d.]+) 0 0 -?([\d.]+) [\d.]+ [\d.]+ cm\s+\/I1 Do/;

/** What the streams of a PDF hold, those that are deflated text. */
function streamsOf(bytes: Uint8Array): string[] {
  const text = Buffer.from(bytes).toString('latin1');
  return [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].flatMap(([, data = '']) => {
    try {
      return [inflateSync(Buffer.from(data, 'latin1')).toString('latin1')];
    } catch (error) {
      if ((error as { code?: string }).code?.startsWith('Z_')) return [];
      throw error;
    }
  });
}

const SWATCH =
  '<svg xmlns="http://www.w3.org/2000/svg" width="28" height="18" viewBox="0 0 28 18"><rect x="0" y="0" width="28" height="18" fill="#c33" fill-opacity="0.4"/></svg>';

/** A white pixel. */
const PICTURE = new Uint8Array(
  Buffer.from(
    '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
    'base64',
  ),
);
