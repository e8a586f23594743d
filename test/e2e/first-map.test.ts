import { gzipSync } from 'node:zlib';
import type { Request } from 'playwright';
import { expect, inject, it } from 'vitest';
import { openPage } from '../helpers/open-page.ts';

/** JavaScript that a first map may cost, gzipped: its workers, and the list of layers that a slow machine does not wait with. */
const BUDGET_BYTES = 480_000;

it('a picture of the territory comes first, then its map, for at most 480 kB of JavaScript and no DuckDB', async () => {
  const scripts: Request[] = [];
  const { page, requests } = await openPage(inject('siteUrl'), {
    before: async (opened) => {
      // deck.gl is fetched once the first map is painted: kept from coming, the map must do without it.
      await opened.context().route(/deck-overlay/, (route) => route.abort());
      opened.context().on('request', (request) => {
        if (/\.js$/.test(new URL(request.url()).pathname)) scripts.push(request);
      });
    },
  });
  await page.locator('.first-map img').waitFor();
  await page.getByRole('combobox', { name: 'Rechercher un lieu' }).waitFor();
  await page.getByText('Légende').waitFor();
  const painted = await page.waitForFunction(
    () => {
      const [mark] = performance.getEntriesByName('arpent:first-map');
      return mark && performance.timeOrigin + mark.startTime;
    },
    null,
    { timeout: 60_000 },
  );
  const paintedAt = (await painted.jsonValue()) as number;
  await page.locator('.first-map').waitFor({ state: 'detached' });
  // A bare sheet of paper is a picture of a few kilobytes, the territory one of several hundred.
  expect((await page.locator('canvas').screenshot()).length).toBeGreaterThan(100_000);
  const before = scripts.filter((request) => request.timing().startTime < paintedAt);
  const sizes = await Promise.all(before.map(sizeOf));
  expect(before.length).toBeGreaterThan(2);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(BUDGET_BYTES);
  expect(requests.filter((url) => url.includes('duckdb'))).toEqual([]);
});

async function sizeOf(request: Request): Promise<number> {
  return gzipSync((await (await request.response())?.body()) ?? '').length;
}
