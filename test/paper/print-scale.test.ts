import proj4 from 'proj4';
import { expect, it } from 'vitest';
import type { LngLat } from '../../src/domain/units.ts';
import type { Page } from '../../src/paper/page.ts';
import { pagesToPdf } from '../../src/paper/pdf/write-pages.ts';
import {
  createPoints,
  createPrint,
  DOT_COLOUR,
  makePrint,
  PRINT_INFO,
} from '../helpers/create-print.ts';
import { openPdf } from '../helpers/open-pdf.ts';
import { paperFonts } from '../helpers/paper-fonts.ts';
import { pdfDots } from '../helpers/pdf-dots.ts';

/** EPSG:3950, from the registry: another reader of it than ours. */
const CC50 =
  '+proj=lcc +lat_0=50 +lon_0=3 +lat_1=49.25 +lat_2=50.75 +x_0=1700000 +y_0=9200000 +ellps=GRS80 +units=m +no_defs';

/** The ends of the embedded territory. */
const ENDS: Record<string, LngLat> = {
  west: [2.31, 50.51],
  east: [2.88, 50.51],
  north: [2.6, 50.635],
  south: [2.6, 50.388],
};

/** Scale → metres that are 100 mm on paper, and a shorter length. */
const LENGTHS: [scale: number, metres: number[]][] = [
  [1000, [100]],
  [5000, [100, 500]],
  [25_000, [100, 2500]],
];

it('a length of the ground has its length on paper, at any scale and at both ends of the territory, as another reader measures the PDF', async () => {
  const parts = { legend: false, situation: false, grid: false };
  const pages: Page[] = [];
  const wanted: number[][] = [];
  for (const centre of Object.values(ENDS)) {
    const [x, y] = proj4(CC50, [...centre]) as [number, number];
    for (const [scale, metres] of LENGTHS) {
      const longest = Math.max(...metres);
      const [dx, dy] = [Math.cos(BEARING), Math.sin(BEARING)];
      const start = [x - (longest / 2) * dx, y - (longest / 2) * dy] as const;
      const points = [0, ...metres].map(
        (along) =>
          proj4(CC50).inverse([start[0] + along * dx, start[1] + along * dy]) as [number, number],
      );
      const layers = [await createPoints(points)];
      const sheet = await makePrint(createPrint(layers, { centre, scale, parts }), layers);
      pages.push(sheet.pages[0] as Page);
      wanted.push(metres.map((length) => (length / scale) * 1000));
    }
  }
  const pdf = await openPdf(await pagesToPdf(pages, paperFonts(), PRINT_INFO));
  expect(pdf.pages).toHaveLength(12);
  for (const [i, page] of pdf.pages.entries()) {
    const dots = await pdfDots(page, DOT_COLOUR);
    const [from, ...others] = dots as [[number, number], ...[number, number][]];
    const measured = others.map(([x, y]) => Math.hypot(x - from[0], y - from[1]));
    expect(measured).toHaveLength(wanted[i]!.length);
    for (const [j, mm] of measured.entries()) {
      expect(Math.abs(mm - wanted[i]![j]!)).toBeLessThan(0.05);
    }
  }
});

/** Neither along an axis nor halfway. */
const BEARING = 0.5;
