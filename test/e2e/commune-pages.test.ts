import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright';
import { expect, inject, it } from 'vitest';
import type { CommuneSheet } from '../../src/domain/commune-sheet.ts';
import { figureValue } from '../../src/pages/figure-text.ts';
import { openPage } from '../helpers/open-page.ts';

/** Most that a page may cost on a cold cache, uncompressed: text, style, script, map and font; a tenth below what is promised. */
const BUDGET_BYTES = 270_000;
const TOWN = '62119';
const VILLAGE = '62028';

const address = (path: string) => new URL(`communes/${path}`, inject('siteUrl')).href;

async function readSheet(code: string): Promise<CommuneSheet> {
  return await (await fetch(address(`${code}.json`))).json();
}

it('without JavaScript a commune page shows all its figures', async () => {
  const { page, errors } = await openPage(address(`${TOWN}.html`), { javaScriptEnabled: false });
  const { sections } = await readSheet(TOWN);
  for (const { id } of sections) {
    await page.locator(`#${id}`).evaluate((section) => {
      section.style.contentVisibility = 'visible';
    });
  }
  for (const { id, figures, lists } of sections) {
    const rows = page.locator(`#${id} table.figures tbody tr`);
    const texts = await rows.allInnerTexts();
    expect(texts.length).toBe(figures.length);
    figures.forEach((figure, i) => {
      expect(spaced(texts[i]!)).toContain(spaced(figure.label));
      expect(spaced(texts[i]!)).toContain(spaced(figureValue(figure)));
    });
    const listed = lists.reduce((sum, { rows: own }) => sum + own.length, 0);
    expect(await page.locator(`#${id} .list tbody tr`).count()).toBe(listed);
  }
  expect(errors).toEqual([]);
});

it('every commune page comes in less than 270 kB, map and font included', async () => {
  const { page, requests, errors } = await openPage(address(`${TOWN}.html`));
  await page.getByRole('button', { name: 'Imprimer', exact: true }).waitFor();
  await page.waitForFunction(
    'document.fonts.status === "loaded" && [...document.images].every(({ complete }) => complete)',
  );
  const own = [`${TOWN}.html`, `${TOWN}.svg`].map(address);
  const shared = [...new Set(requests)].filter(
    (url) => !url.startsWith('data:') && !own.includes(url),
  );
  expect(shared.length).toBeGreaterThan(2);
  const sharedBytes = await bytesOf(shared);
  const index = await (await fetch(address('index.html'))).text();
  const codes = [...new Set(index.match(/\b\d{5}(?=\.html)/g))];
  expect(codes).toContain(VILLAGE);
  for (const code of codes) {
    const bytes = sharedBytes + (await bytesOf([`${code}.html`, `${code}.svg`].map(address)));
    expect(bytes, code).toBeLessThan(BUDGET_BYTES);
  }
  expect(errors).toEqual([]);
});

it('printed, a commune page is one sheet, and its themes follow where all is asked for', async () => {
  const { page, errors } = await openPage(address(`${TOWN}.html`));
  const sheets = async () => {
    const pdf = await page.pdf({ preferCSSPageSize: true });
    return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length;
  };
  expect(await sheets()).toBe(1);
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await page.getByRole('button', { name: 'Imprimer tout' }).click();
  expect(await sheets()).toBeGreaterThan(5);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  expect(await sheets()).toBe(1);
  expect(errors).toEqual([]);
});

it('axe finds nothing to object to on a page, the index, the methods and the comparison', async () => {
  const { page, errors } = await openPage(address(`${VILLAGE}.html`), {
    bypassCSP: true,
    viewport: { width: 390, height: 844 },
  });
  const source = await readFile(
    createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
    'utf8',
  );
  expect(await violations(page, source, { include: ['html'] })).toEqual([]);
  await page.goto(address('methodes.html'));
  expect(await violations(page, source)).toEqual([]);
  await page.goto(address('index.html'));
  await page.getByLabel('Filtrer par nom ou par code').fill(TOWN);
  await page.getByText('1 commune affichée').waitFor();
  expect(await violations(page, source)).toEqual([]);
  const { neighbours } = await readSheet(TOWN);
  await page.goto(address(`comparer.html?a=${TOWN}&b=${neighbours[0]!.code}`));
  await page.getByText('sont comparées').waitFor();
  expect(await violations(page, source)).toEqual([]);
  expect(errors).toEqual([]);
});

/** Rows of a table are made alike: the first three of each say what axe has to say of all, in a fifth of the time. */
const LOOKED_AT = { include: ['html'], exclude: ['tbody tr:nth-child(n+4)'] };

/** What axe objects to, as rule and place, and how far the page is wider than its window. */
async function violations(page: Page, source: string, looked: object = LOOKED_AT) {
  await page.evaluate(source);
  const found = await page.evaluate(async (context) => {
    const { axe } = window as unknown as {
      axe: {
        run(
          context: object,
          options: object,
        ): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }>;
      };
    };
    return (await axe.run(context, { resultTypes: ['violations'] })).violations.flatMap(
      ({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
    );
  }, looked);
  const excess = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  return excess > 0 ? [...found, `${excess} px too wide`] : found;
}

async function bytesOf(urls: string[]): Promise<number> {
  const sizes = await Promise.all(
    urls.map(async (url) => (await (await fetch(url)).arrayBuffer()).byteLength),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Text with every run of spaces, unbreakable ones too, as one plain space. */
const spaced = (text: string): string => text.replace(/\s+/g, ' ');
