import type { Page } from 'playwright';
import { expect, inject, it } from 'vitest';
import { createItem, createSeance } from '../helpers/create-seance.ts';
import { FEW_LAYERS, openPage } from '../helpers/open-page.ts';

const COMMUNES = { layers: [{ id: 'communes' }] };

const seance = {
  ...createSeance([
    { ...createItem('1', COMMUNES), notes: 'Rappeler le contexte.' },
    createItem('2', { ...COMMUNES, commune: '62119' }),
    createItem('3', { layers: [{ id: 'communes', opacity: 0.5 }] }),
  ]),
  territory: '200072460',
};

it('a session is presented by its keys, goes live and gives the reader their map back', async () => {
  const { page, errors } = await openPage(`${inject('siteUrl')}#/seance?${FEW_LAYERS}`, {
    withoutMap: true,
  });
  await page.getByLabel('Ouvrir un fichier de séance').setInputFiles({
    name: 'essai.seance.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(seance)),
  });
  await page.getByRole('button', { name: 'Présenter', exact: true }).click();
  await expectItem(page, 1);

  await page.keyboard.press('PageDown');
  await expectItem(page, 2);
  await page.keyboard.press('3');
  await page.keyboard.press('Enter');
  await expectItem(page, 3);
  expect(new URL(page.url()).hash).toBe('#/seance?seance=essai&point=3');

  await page.keyboard.press('b');
  await page.locator('.show-blank').waitFor();
  await page.keyboard.press('b');
  await page.locator('.show-blank').waitFor({ state: 'detached' });

  const popup = page.waitForEvent('popup');
  await page.keyboard.press('n');
  const notes = await popup;
  await notes.getByText('Pas de notes pour ce point.').waitFor();
  await notes.keyboard.press('Home');
  await notes.getByText('Rappeler le contexte.').waitFor();
  await notes.keyboard.press('End');
  await expectItem(page, 3);
  await page.keyboard.press('n');

  await page.keyboard.press('c');
  await page.getByLabel('Filtrer les couches').fill('eau potable');
  await page.locator('.show-layers input[type="checkbox"]').first().check();
  await page.getByRole('button', { name: 'Revenir à la scène', exact: true }).waitFor();
  await page.keyboard.press('r');
  await page
    .getByRole('button', { name: 'Revenir à la scène', exact: true })
    .waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');

  await page.locator('.show').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Carte', exact: true }).click();
  const { hash } = new URL(page.url());
  expect(hash).toContain('#/carte');
  expect(hash).toContain(FEW_LAYERS);
  expect(errors).toEqual([]);
});

async function expectItem(page: Page, number: number): Promise<void> {
  await page.getByRole('heading', { name: `Point ${number}`, level: 1 }).waitFor();
}
