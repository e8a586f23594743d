import type { Page } from 'playwright';
import { expect, inject, it } from 'vitest';
import { FEW_LAYERS, openPage } from '../helpers/open-page.ts';

/** What the statement of question q20 finds of variants A and B (see `test/library/scenario-figures.test.ts`). */
const FIGURES: Record<string, [string, string]> = {
  'Parcelles touchées': ['26 parcelles', '21 parcelles'],
  'Habitants à moins de 500 m': ['1 993 habitants', '2 626 habitants'],
  'Exploitants agricoles touchés': ['3 exploitants', '7 exploitants'],
};

it('a planner compares two variants, draws a third by mouse and mends an outline that crosses itself', {
  timeout: 120_000,
}, async () => {
  const site = inject('siteUrl');
  const { page, requests, errors } = await openPage(`${site}#/scenarios?${FEW_LAYERS}`);

  await addVariant(page, 'A');
  await addVariant(page, 'B');
  await page.getByText(/De A à B, on gagne sur 10 critères, mais on perd sur 4 critères/).waitFor();
  for (const [label, values] of Object.entries(FIGURES)) {
    const row = page.getByRole('row', { name: label });
    const cells = await row.getByRole('cell').allInnerTexts();
    expect(cells.slice(0, 2).map((cell) => cell.replace(/\s/g, ' '))).toEqual(values);
  }

  await page.getByText('Ajouter une variante').click();
  await page.getByRole('button', { name: 'Un secteur' }).click();
  const bar = page.getByRole('region', { name: 'Dessin en cours' });
  await bar.waitFor();
  await page.waitForFunction(() => document.querySelector('canvas')?.style.cursor === 'crosshair');
  await clickAt(page, [0.5, 0.6], [0.7, 0.8], [0.7, 0.6], [0.5, 0.8]);
  await page.keyboard.press('Enter');
  await bar.getByText(/se croise lui-même/).waitFor();
  await page.keyboard.press('Escape');
  await bar.waitFor({ state: 'detached' });

  await page.getByRole('button', { name: 'Un secteur' }).click();
  await page.waitForFunction(() => document.querySelector('canvas')?.style.cursor === 'crosshair');
  await clickAt(page, [0.3, 0.6], [0.45, 0.6], [0.45, 0.75]);
  await page.keyboard.press('Enter');
  await page.getByText(/De A à Secteur 2, /).waitFor();

  expect(errors).toEqual([]);
  const foreign = requests.filter((url) => !url.startsWith(site));
  expect(foreign.filter((url) => !/^(blob|data):/.test(url))).toEqual([]);
});

async function addVariant(page: Page, name: string): Promise<void> {
  await page.getByLabel('Couche', { exact: true }).selectOption('scenarios');
  const feature = page.getByLabel('Objet', { exact: true });
  const option = feature.locator('option').filter({ hasText: new RegExp(`^${name},`) });
  await feature.selectOption(String(await option.getAttribute('value')));
  await page.getByRole('button', { name: 'Ajouter', exact: true }).click();
  await page.getByRole('button', { name: `Retirer ${name} de la comparaison` }).waitFor();
}

/** Clicks places of the map, by their share of its width and height; each is drawn before the next. */
async function clickAt(page: Page, ...places: [number, number][]): Promise<void> {
  const box = await page.locator('.map-canvas').boundingBox();
  for (const [x, y] of places) {
    const [left, top] = [
      (box?.x ?? 0) + x * (box?.width ?? 0),
      (box?.y ?? 0) + y * (box?.height ?? 0),
    ];
    await page.mouse.move(left, top, { steps: 3 });
    await page.mouse.click(left, top);
  }
}
