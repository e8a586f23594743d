import type { Page } from 'playwright';
import { expect, inject, it } from 'vitest';
import { type Catalogue, findLayer, parseCatalogue } from '../../src/domain/catalogue.ts';
import { PROJ_DEFINITIONS } from '../../src/domain/crs.ts';
import type { Question } from '../../src/domain/question.ts';
import { FEW_LAYERS, openPage } from '../helpers/open-page.ts';
import { isNear, oracleArea, readOraclePolygons } from '../helpers/oracle.ts';

const METRES = 500;
const QUESTION: Question = {
  target: 'friches',
  where: { kind: 'distance', metres: METRES, layer: 'ppr' },
};
const AREA = 'Surface mesurée (m²)';

it('a planner filters an answer by a chart, groups it, hides a column, asks why and copies the summary', {
  timeout: 120_000,
}, async () => {
  const { page, errors } = await openPage(linkTo(QUESTION), {
    viewport: { width: 1024, height: 700 },
    permissions: ['clipboard-read', 'clipboard-write'],
    before: listenToGeometry,
  });
  const areas = await areasByBruteForce();
  const grid = page.getByRole('grid');
  await grid.getByRole('row').nth(1).waitFor({ timeout: 60_000 });
  expect(await shownRows(page)).toBe(areas.length);

  await page.getByLabel('Ajouter un graphique').selectOption({ label: AREA });
  await brush(page, 0.02, 0.3);
  const [min, max] = await pickedRange(page);
  const kept = areas.filter((area) => area >= min && area <= max);
  expect(kept.length).toBeGreaterThan(2);
  expect(kept.length).toBeLessThan(areas.length);
  const count = `${kept.length} affichées sur ${areas.length}`;
  await page.locator('.drawer-count').getByText(count).waitFor();
  expect(await shownRows(page)).toBe(kept.length);
  await expect.poll(() => drawnRows(page)).toBe(kept.length);
  const sum = kept.reduce((total, area) => total + area, 0);
  const footed = (await page.locator('.table-foot td').allTextContents()).map(toNumber);
  expect(footed.some((total) => Math.abs(total - sum) < 1)).toBe(true);

  await openMenu(page, 'Statut');
  await page.getByRole('button', { name: 'Grouper par cette colonne' }).click();
  const heads = page.locator('.table-group');
  await heads.first().waitFor();
  const counts = (await heads.locator('th .quiet').allTextContents()).map(toNumber);
  expect(counts.reduce((total, group) => total + group, 0)).toBe(kept.length);
  const sums = (await heads.locator('td:nth-child(2)').allTextContents()).map(toNumber);
  expect(Math.abs(sums.reduce((total, group) => total + group, 0) - sum)).toBeLessThan(1);
  await heads.first().click();
  await expect.poll(() => shownRows(page)).toBe(counts.length + (counts[0] ?? 0));

  await page.getByRole('button', { name: 'Tableau en plein écran' }).click();
  const full = await page.locator('.drawer').boundingBox();
  const rail = await page.locator('.rail').boundingBox();
  expect([full?.x, (full?.x ?? 0) + (full?.width ?? 0)]).toEqual([rail?.width, 1024]);
  await page.getByRole('button', { name: 'Tableau à mi-hauteur' }).click();

  await page.getByRole('button', { name: 'Colonnes', exact: true }).click();
  await page.getByRole('checkbox', { name: 'Occupation' }).uncheck();
  await page.keyboard.press('Escape');
  expect(await grid.getByRole('columnheader', { name: 'Occupation' }).count()).toBe(0);

  await page.getByRole('button', { name: 'Pourquoi cette ligne ?' }).first().click();
  const reasons = page.locator('.why ol > li');
  await reasons.first().waitFor();
  expect(await reasons.count()).toBe(1);
  expect(await reasons.first().textContent()).toMatch(
    /Condition remplie.*500.m d’une zone inondable.*version/,
  );
  await page.locator('.why-map .why-own').waitFor();

  await page.getByRole('button', { name: 'Copier le résumé' }).click();
  await page.getByRole('button', { name: 'Résumé copié' }).waitFor();
  const summary = await page.evaluate(() => navigator.clipboard.readText());
  expect(summary).toContain(`${areas.length} friches sur 64`);
  expect(summary).toContain(`Dont ${kept.length} friches sur ${areas.length}`);
  expect(summary).toMatch(/Par commune : .*\nDonnées :\n- Friches, .*version [0-9a-f]{8}/);

  await page.getByRole('button', { name: 'Retirer le filtre' }).first().click();
  await page.locator('.drawer-count').getByText(`${areas.length} affichées`).waitFor();
  expect(errors).toEqual([]);
});

const linkTo = (question: Question) =>
  `${inject('siteUrl')}#/question?${FEW_LAYERS}&question=${encodeURIComponent(JSON.stringify(question))}`;

/** Areas of the features that the answer must hold, by reading the files again and comparing each with each. */
async function areasByBruteForce(): Promise<number[]> {
  const response = await fetch(new URL('catalogue.json', inject('siteUrl')));
  const catalogue: Catalogue = parseCatalogue(await response.json());
  const proj = PROJ_DEFINITIONS[catalogue.territory.metricCrs];
  const read = (id: string) =>
    readOraclePolygons(`public/${findLayer(catalogue, id).file.path}`, proj, () => true);
  const [sites, zones] = [await read('friches'), await read('ppr')];
  return sites.filter((site) => zones.some((zone) => isNear(site, zone, METRES))).map(oracleArea);
}

/** Keeps how many features the map was last given of an answer. */
const listenToGeometry = (page: Page) =>
  page.addInitScript(() => {
    const asked = new Set<number>();
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (this: Worker, message, ...rest: never[]) {
      if (message?.name === 'answerGeometry') {
        asked.add(message.id);
        this.addEventListener('message', ({ data }) => {
          if (data.kind !== 'done' || !asked.delete(data.id)) return;
          Object.assign(window, { drawnRows: data.response.rows.length });
        });
      }
      return post.call(this, message, ...rest);
    };
  });

const drawnRows = (page: Page) =>
  page.evaluate(() => (window as unknown as { drawnRows: number }).drawnRows);

async function shownRows(page: Page): Promise<number> {
  return Number(await page.getByRole('grid').getAttribute('aria-rowcount')) - 1;
}

/** Drags over a chart from one share of its width to another. */
async function brush(page: Page, from: number, to: number): Promise<void> {
  const area = page.locator('.answer-chart .chart-brush');
  await area.scrollIntoViewIfNeeded();
  const box = (await area.boundingBox()) as NonNullable<
    Awaited<ReturnType<typeof area.boundingBox>>
  >;
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + from * box.width, y);
  await page.mouse.down();
  await page.mouse.move(box.x + to * box.width, y, { steps: 3 });
  await page.mouse.up();
}

async function pickedRange(page: Page): Promise<[number, number]> {
  const fields = page.locator('.answer-chart .chart-fields input');
  await expect.poll(() => fields.first().inputValue()).not.toBe('');
  return [toNumber(await fields.nth(0).inputValue()), toNumber(await fields.nth(1).inputValue())];
}

async function openMenu(page: Page, column: string): Promise<void> {
  const menu = page.getByRole('button', { name: `Colonne ${column} :` });
  await menu.scrollIntoViewIfNeeded();
  await menu.click();
}

const toNumber = (text: string) => Number(text.replaceAll(/[^\d,]/g, '').replace(',', '.'));
