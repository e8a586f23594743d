import { describe, expect, it } from 'vitest';
import type { MetricCrs } from '../../src/domain/crs.ts';
import type { LngLat } from '../../src/domain/units.ts';
import { gridTicks } from '../../src/paper/grid-ticks.ts';
import type { Page, PagePart } from '../../src/paper/page.ts';
import { ORIENTATIONS, PAPERS, paperSize } from '../../src/paper/paper-size.ts';
import { pagesToPdf } from '../../src/paper/pdf/write-pages.ts';
import { withResolution } from '../../src/paper/png-resolution.ts';
import { scaleError } from '../../src/paper/scale-error.ts';
import { sheetFrames } from '../../src/paper/sheet-frames.ts';
import { frameAround } from '../../src/plan/frame.ts';
import { createPoints, createPrint, makePrint, PRINT_INFO } from '../helpers/create-print.ts';
import { openPdf } from '../helpers/open-pdf.ts';
import { paperFonts } from '../helpers/paper-fonts.ts';

/**
 * Length on the plan for a length on the ellipsoid, the "Parallel scale (k)" that PROJ 9.1.1 tells of a position:
 * `echo "3 50" | proj -V +proj=lcc +lat_0=50 +lon_0=3 +lat_1=49.25 +lat_2=50.75 +ellps=GRS80`, and for Lambert-93
 * `+lat_0=46.5 +lon_0=3 +lat_1=44 +lat_2=49`. CC50 is true on its two parallels, 49.25° and 50.75°.
 */
const PROJ_SCALE: [MetricCrs, LngLat, number][] = [
  ['EPSG:3950', [3, 50], 0.99991456],
  ['EPSG:3950', [2.31, 50.51], 0.9999539],
  ['EPSG:3950', [2.88, 50.39], 0.99993749],
  ['EPSG:3950', [2.6, 50.635], 0.9999757],
  ['EPSG:3950', [3, 49.25], 1],
  ['EPSG:3950', [3, 50.75], 1],
  ['EPSG:2154', [2.64, 50.53], 1.00156041],
  ['EPSG:2154', [3, 46.5], 0.99905109],
];

const dense = (text: string) => text.replace(/\s/g, '');

describe('a sheet', () => {
  it('names sources in the words that their licences want, and the licence once', async () => {
    const own = await createPoints([[2.64, 50.53]]);
    const attribution = 'Source : © les contributeurs d’OpenStreetMap, sous licence ODbL';
    const layer = { ...own.layer, licence: 'ODbL 1.0', attribution };
    const layers = [{ ...own, layer }];
    const { pages } = await makePrint(createPrint(layers), layers);
    const lines = pages.flatMap(({ parts }) => partsOf(parts).flatMap((part) => part.lines ?? []));
    const words = lines.map(({ text }) => text).join(' ');
    expect(dense(words)).toContain(
      dense('© les contributeurs d’OpenStreetMap, sous licence ODbL : Bornes géodésiques'),
    );
    expect(words).not.toContain('ODbL 1.0');
    expect(words).not.toContain('Source :');
  });

  it('is text that is found and read aloud in its order, with its accents and all that a reader must know', async () => {
    const layers = [await createPoints([[2.64, 50.53]])];
    const request = createPrint(layers, {
      title: 'Cœur d’Île : été à l’Écluse',
      subtitle: 'Délibération n° 12 du 8 décembre',
      territory: { ...createPrint([]).territory, banner: 'Géométries simulées' },
      absent: ['Comparaison : absente.'],
    });
    const { pages } = await makePrint(request, layers);
    const {
      document,
      pages: read,
      texts,
    } = await openPdf(
      await pagesToPdf(pages, paperFonts(), { ...PRINT_INFO, title: request.title }),
    );
    const text = dense(texts.join(' '));
    for (const wanted of [
      request.title,
      request.subtitle,
      'Territoire d’essai',
      'Échelle 1:5 000',
      'Seul le document opposable fait foi',
      'Légende',
      'Bornes géodésiques',
      'Géomètres, Licence Ouverte 2.0 : Bornes géodésiques (1er janvier 2025)',
      'RGF93 CC50 (EPSG:3950)',
      'Lambert-93 (EPSG:2154)',
      'Comparaison : absente.',
      'Géométries simulées',
      'Édité le 21 novembre 2026',
      'Page 1 sur 1',
    ]) {
      expect(text).toContain(dense(wanted));
    }
    const { info } = (await document.getMetadata()) as { info: Record<string, unknown> };
    expect(info.Language).toBe('fr-FR');
    expect(info.Title).toBe(request.title);
    const marks = (await document.getMarkInfo()) as unknown as Map<string, boolean>;
    expect(marks.get('Marked')).toBe(true);
    const roles = rolesOf(await read[0]!.getStructTree());
    expect(roles.slice(0, 4)).toEqual(['Root', 'H1', 'P', 'P']);
    for (const role of ['Figure', 'H2', 'L', 'LI', 'LBody']) expect(roles).toContain(role);
    const alt = JSON.stringify(await read[0]!.getStructTree());
    expect(alt).toContain('Il montre\u00a0: Bornes géodésiques');
  });

  it('prints notes: numbers on the plan, texts beside it, those of the frame alone', async () => {
    const layers = [await createPoints([[2.64, 50.53]])];
    const note = (title: string, x: number, y: number) => ({
      ...{ title, text: `dit de ${title}`, colour: '#0b4f96' },
      positions: [[x, y] as LngLat],
    });
    const notes = [
      note('Ailleurs', 2.9, 50.6),
      note('Gare', 2.64, 50.53),
      note('Pont', 2.641, 50.53),
    ];
    const request = createPrint(layers, {
      notes,
      parts: { ...createPrint([]).parts, legend: false },
    });
    const { pages } = await makePrint(request, layers);
    expect(linesOf(pages[0]!)).toMatch(/Notes 1\. Gare.: dit de Gare 2\. Pont.: dit de Pont/);
    expect(linesOf(pages[0]!)).not.toContain('Ailleurs');
    const marks = partsOf(pages[0]!.parts).flatMap(({ drawings = [] }) => drawings[0]?.marks ?? []);
    const numbers = marks.filter((mark) => mark.kind === 'label' && mark.weight === 'bold');
    expect(numbers.map((mark) => (mark.kind === 'label' ? mark.text : ''))).toEqual(
      expect.arrayContaining(['1', '2']),
    );
  });

  it('says which layer it could not read, and prints the others', async () => {
    const layers = [await createPoints([[2.64, 50.53]])];
    const lost = { ...layers[0]!.layer, id: 'perdue', title: 'Couche perdue' };
    const request = createPrint(layers);
    request.layers.push({ layer: lost, opacity: 1, table: null });
    const { pages, missing } = await makePrint(request, layers);
    expect(missing.map(({ layer }) => layer.id)).toEqual(['perdue']);
    expect(linesOf(pages[0]!)).toContain('Couche perdue\u00a0: la couche n’a pas pu être lue.');
    expect(linesOf(pages[0]!)).toContain('Bornes géodésiques');
  });

  it('says which layer its scale leaves out', async () => {
    const [points] = [await createPoints([[2.64, 50.53]])];
    const layers = [{ ...points!, layer: { ...points!.layer, minZoom: 17 } }];
    const { pages } = await makePrint(createPrint(layers, { scale: 50_000 }), layers);
    expect(linesOf(pages[0]!)).toMatch(/Bornes géodésiques\u00a0: seulement à partir du 1:/);
  });

  it('goes on to further pages with a legend that is longer than its columns', async () => {
    const [points] = [await createPoints([[2.64, 50.53]])];
    const layers = Array.from({ length: 60 }, (_, i) => ({
      ...points!,
      layer: { ...points!.layer, id: `c${i}`, title: `Couche numéro ${i}` },
    }));
    const request = createPrint(layers);
    const { pages } = await makePrint(request, layers);
    expect(pages.length).toBeGreaterThan(1);
    const text = pages.map(linesOf).join(' ');
    for (let i = 0; i < 60; i++) expect(text).toContain(`Couche numéro ${i}`);
    for (const page of pages) expect(isWithin(page)).toBe(true);
  });

  it('keeps all that it says on its paper, whichever it is', async () => {
    const layers = [await createPoints([[2.64, 50.53]])];
    for (const paper of PAPERS) {
      for (const orientation of ORIENTATIONS) {
        const title = 'Un titre qui est bien plus long que la feuille n’est large '.repeat(2);
        const request = createPrint(layers, { paper, orientation, title, subtitle: title });
        const { pages } = await makePrint(request, layers);
        const [width, height] = paperSize(paper, orientation);
        expect(pages[0]).toMatchObject({ widthMm: width, heightMm: height });
        expect(isWithin(pages[0]!)).toBe(true);
        const { map, columns } = sheetFrames(paper, orientation);
        for (const box of columns) {
          const isApart = box.x >= map.x + map.width || box.y >= map.y + map.height;
          expect(isApart).toBe(true);
        }
      }
    }
  });
});

describe('what a sheet states', () => {
  it.each(PROJ_SCALE)('the alteration of %s at %s is that of PROJ', (crs, at, factor) => {
    const { least, most } = scaleError(frameAround(at, crs, 100, 10, 10));
    const wanted = (factor - 1) * 1e5;
    expect(Math.abs(least - wanted)).toBeLessThan(0.01);
    expect(Math.abs(most - wanted)).toBeLessThan(0.01);
  });

  it('the ticks are where Lambert-93 has round coordinates', () => {
    const frame = frameAround([2.64, 50.53], 'EPSG:2154', 5000, 200, 100);
    const [x, y] = frame.centre;
    for (const { edge, at, value } of gridTicks(frame)) {
      const isAcross = edge === 'top' || edge === 'bottom';
      const wanted = isAcross ? x + (at - 100) * 5 : y - (at - 50) * 5;
      expect(value % 200).toBe(0);
      expect(Math.abs(value - wanted)).toBeLessThan(0.001);
    }
    expect(gridTicks(frame).length).toBeGreaterThan(10);
  });

  it('a picture says its resolution', () => {
    const png = new Uint8Array(60);
    const out = withResolution(png, 300);
    expect(out).toHaveLength(81);
    const chunk = new DataView(out.buffer, 33);
    expect([chunk.getUint32(0), chunk.getUint32(8), chunk.getUint32(12)]).toEqual([
      9, 11811, 11811,
    ]);
    expect(chunk.getUint32(17)).toBe(0x78a53f76);
  });
});

function rolesOf(node: unknown): string[] {
  const { role, children = [] } = node as { role?: string; children?: unknown[] };
  return role ? [role, ...children.flatMap(rolesOf)] : [];
}

function partsOf(parts: PagePart[]): PagePart[] {
  return parts.flatMap((part) => [part, ...partsOf(part.parts ?? [])]);
}

function linesOf(page: Page): string {
  return partsOf(page.parts)
    .flatMap(({ lines = [] }) => lines.map(({ text }) => text))
    .join(' ');
}

function isWithin({ widthMm, heightMm, parts }: Page): boolean {
  return partsOf(parts)
    .flatMap(({ lines = [] }) => lines)
    .every(({ x, y }) => x >= 5 && y >= 5 && x <= widthMm - 5 && y <= heightMm - 5);
}
