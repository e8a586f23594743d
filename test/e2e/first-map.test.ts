import { gzipSync } from 'node:zlib';
import { expect, inject, it } from 'vitest';
import { openPage } from '../helpers/open-page.ts';

/** JavaScript that a first map may cost, gzipped, its workers included: 450 kB. */
const BUDGET_BYTES = 450_000;

it('the first map, legend and search cost at most 450 kB of JavaScript and no DuckDB', async () => {
  const scripts: Promise<number>[] = [];
  const { page, requests } = await openPage(inject('siteUrl'), {
    before: async (opened) => {
      // What is fetched after the first map is kept from coming: the map must do without it.
      await opened.context().route(/deck-overlay|duckdb|answer-desk/, (route) => route.abort());
      opened.context().on('response', (response) => {
        if (/\.js$/.test(new URL(response.url()).pathname)) {
          scripts.push(response.body().then((body) => gzipSync(body).length));
        }
      });
    },
  });
  await page.getByRole('combobox', { name: 'Rechercher un lieu' }).waitFor();
  await page.getByText('Légende').waitFor();
  // A bare sheet of paper is a picture of a few kilobytes, the territory one of several hundred.
  const picture = async () => (await page.locator('canvas').screenshot()).length;
  await expect.poll(picture, { timeout: 60_000, interval: 500 }).toBeGreaterThan(100_000);
  const sizes = await Promise.all(scripts);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(BUDGET_BYTES);
  expect(requests.filter((url) => url.includes('duckdb'))).toEqual([]);
});
