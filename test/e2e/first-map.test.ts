import { gzipSync } from 'node:zlib';
import type { Request } from 'playwright';
import { expect, inject, it } from 'vitest';
import { openPage } from '../helpers/open-page.ts';

/** JavaScript that a first map may cost, gzipped, its workers included: 455 kB. */
const BUDGET_BYTES = 455_000;

it('the first map, legend and search cost at most 455 kB of JavaScript and no DuckDB', async () => {
  const scripts: { request: Request; at: number }[] = [];
  const { page, requests } = await openPage(inject('siteUrl'), {
    before: async (opened) => {
      // deck.gl is fetched once the first map is painted: kept from coming, the map must do without it.
      await opened.context().route(/deck-overlay/, (route) => route.abort());
      opened.context().on('request', (request) => {
        if (/\.js$/.test(new URL(request.url()).pathname))
          scripts.push({ request, at: Date.now() });
      });
    },
  });
  await page.getByRole('combobox', { name: 'Rechercher un lieu' }).waitFor();
  await page.getByText('Légende').waitFor();
  // A bare sheet of paper is a picture of a few kilobytes, the territory one of several hundred.
  const picture = async () => (await page.locator('canvas').screenshot()).length;
  await expect.poll(picture, { timeout: 60_000, interval: 500 }).toBeGreaterThan(100_000);
  await expect.poll(() => deckAskedAt(scripts), { timeout: 60_000 }).not.toBeNull();
  const before = scripts.filter(({ at }) => at < (deckAskedAt(scripts) ?? 0) - SAME_TIME_MS);
  const sizes = await Promise.all(before.map(({ request }) => sizeOf(request)));
  expect(before.length).toBeGreaterThan(2);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(BUDGET_BYTES);
  expect(requests.filter((url) => url.includes('duckdb'))).toEqual([]);
});

/** The parts of deck.gl are asked for together. */
const SAME_TIME_MS = 100;

function deckAskedAt(scripts: { request: Request; at: number }[]): number | null {
  return scripts.find(({ request }) => request.url().includes('deck-overlay'))?.at ?? null;
}

async function sizeOf(request: Request): Promise<number> {
  return gzipSync((await (await request.response())?.body()) ?? '').length;
}
