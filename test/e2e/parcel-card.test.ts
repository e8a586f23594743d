import type { Locator } from 'playwright';
import { expect, inject, it } from 'vitest';
import { openPage } from '../helpers/open-page.ts';

/** A parcel of Annezin that two zones of the plan share, in the middle of the map. */
const PARCEL = 'AB 164, Annezin';
const ADDRESS = '#/carte?vue=2.61422,50.54317,17&couches=parcelles,communes';

it('a click lists what is there by layer, a parcel has its planning facts with figures, and is asked about', async () => {
  const { page, errors } = await openPage(`${inject('siteUrl')}${ADDRESS}`);
  const card = page.getByRole('complementary', { name: 'Fiche' });
  await page.getByText('Légende').waitFor();
  const canvas = page.locator('.stage > .map canvas');
  await canvas.click();

  await card.getByRole('heading', { name: 'Sous ce point' }).waitFor();
  const layers = card.getByRole('heading', { level: 3 });
  expect(await layers.allTextContents()).toEqual(['Parcelles cadastrales', 'Communes']);
  await card.getByRole('button', { name: /^Annezin/ }).click();
  await card.getByRole('heading', { name: 'Annezin', exact: true, level: 2 }).waitFor();
  await card.getByRole('button', { name: 'Sous ce point' }).click();
  const parcel = card.getByRole('button', { name: PARCEL });
  await expect.poll(() => focused(card.getByRole('button', { name: /^Annezin/ }))).toBe(true);
  await parcel.press('Enter');
  const title = card.getByRole('heading', { name: PARCEL });
  await expect.poll(() => focused(title)).toBe(true);

  await card.getByRole('button', { name: 'Renseignement d’urbanisme' }).press('Enter');
  await card.getByText('Information sans valeur juridique.').waitFor();
  const zones = card.locator('.sheet-line', { hasText: 'Zones du plan local' });
  await zones.waitFor();
  const shares = await zones.locator('.sheet-amount').allTextContents();
  expect(shares).toHaveLength(2);
  expect(shares.reduce((sum, text) => sum + shareIn(text), 0)).toBeCloseTo(100, 5);
  expect(await zones.textContent()).toContain('non jointe');
  await card.getByText('Couche non publiée.').waitFor();

  await card.getByRole('button', { name: 'Retour à la fiche' }).click();
  await card.getByText('Questions sur cet objet').click();
  await card
    .getByRole('button', { name: 'Quelles zones du PLU touchent cette parcelle ?' })
    .click();
  await expect.poll(() => page.url()).toContain('#/question');
  await expect.poll(() => page.locator('.answer-count strong').textContent(), SLOW).toBe('2');
  expect(errors).toEqual([]);
});

/** The engine of questions is fetched first. */
const SLOW = { timeout: 60_000 };

const focused = (locator: Locator) => locator.evaluate((node) => node === document.activeElement);

/** The percentage of `206 m² (12,5 %)`; less than a tenth of one counts as none. */
const shareIn = (text: string) =>
  text.includes('<') ? 0 : Number(/\(([\d,]+)\s%\)/.exec(text)?.[1]?.replace(',', '.'));
