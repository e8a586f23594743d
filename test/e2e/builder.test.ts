import type { Locator, Page } from 'playwright';
import { describe, expect, inject, it } from 'vitest';
import { FEW_LAYERS, sharePage } from '../helpers/open-page.ts';
import { add, adding, liveCount } from '../helpers/question-form.ts';

const address = () => `${inject('siteUrl')}#/question?${FEW_LAYERS}`;
const rows = (page: Page) => page.locator('.conditions > .condition');

/** The count of the answer, once it is there. */
async function answerCount(page: Page): Promise<number> {
  const heading = page.locator('.answer-count strong');
  await heading.waitFor({ timeout: 90_000 });
  return Number((await heading.textContent())?.replace(/\D/g, ''));
}

/** What the relation of a row is to. */
const objectOf = (row: Locator) => row.getByLabel('Autre couche ou forme dessinée').inputValue();

describe('on one page', () => {
  const shared = sharePage(address, { withoutMap: true });

  it('a question is built by mouse, counted as it grows, undone, restored by a reload, and asked', {
    timeout: 240_000,
  }, async () => {
    const { page, errors } = shared;
    await page.getByLabel('Ce que je cherche').selectOption({ label: 'friches' });
    await add(page, 'béthune');
    await expect.poll(() => page.locator('.checklist-toggle').textContent()).toContain('Béthune');
    const inCommune = await liveCount(page);
    expect(inCommune).toBeGreaterThan(0);

    await add(page, 'gare');
    await page.getByRole('button', { name: '800\u202fm' }).click();
    const near = await liveCount(page);
    expect(near).toBeLessThanOrEqual(inCommune);
    await rows(page).nth(1).getByRole('button', { name: 'sauf' }).click();
    expect(near + (await liveCount(page))).toBe(inCommune);

    await page.getByRole('button', { name: /^Annuler la dernière/ }).click();
    expect(await liveCount(page)).toBe(near);
    await page.getByRole('button', { name: /^Rétablir/ }).click();
    expect(await liveCount(page)).toBe(inCommune - near);

    await page.reload();
    await page.getByText('Votre question en cours a été restaurée.').waitFor();
    expect(await liveCount(page)).toBe(inCommune - near);
    await page.getByRole('button', { name: 'Poser la question' }).click();
    expect(await answerCount(page)).toBe(inCommune - near);
    await page.getByRole('button', { name: 'Tout effacer' }).click();
    expect(await rows(page).count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it('a question is built by keyboard alone, moved, undone, and what empties it is said and widened', {
    timeout: 240_000,
  }, async () => {
    const { page, errors } = shared;
    const type = (text: string) => page.keyboard.type(text);
    const press = (key: string) => page.keyboard.press(key);
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await page.getByLabel('Ce que je cherche').focus();
    await type('friches');
    await adding(page).focus();
    await type('gare');
    await press('ArrowDown');
    await press('ArrowUp');
    await press('Enter');
    expect(await focused()).toBe('Distance en mètres (m)');
    await press('Control+A');
    await type('abc');
    await page.getByText('« abc » n’est pas un nombre.').waitFor();
    await press('Control+A');
    await type('99999999');
    await page.getByText(/Écrivez une distance entre 0 et/).waitFor();
    const wrong = await page.locator('[aria-invalid=true]').getAttribute('aria-describedby');
    expect(await page.locator(`[id="${wrong}"]`).textContent()).toMatch(/^Écrivez une distance/);
    await press('Control+A');
    await type('0,002 km');
    await press('Tab');
    expect(await liveCount(page)).toBe(0);
    await page.getByText('Sans cette condition, la question aurait un résultat.').waitFor();
    const widen = page.getByRole('button', { name: 'Porter à 4\u202fm' });
    await widen.focus();
    await press('Enter');
    await expect.poll(() => page.getByLabel('Distance en mètres (m)').inputValue()).toBe('4');
    expect(await focused()).toBe('Distance en mètres (m)');

    await adding(page).focus();
    await type('zones d’activité éco');
    await press('Enter');
    await press('Alt+Shift+ArrowUp');
    expect(await focused()).toBe('Actions sur cette condition');
    expect(await objectOf(rows(page).first())).toBe('zae');
    await press('Control+z');
    expect(await objectOf(rows(page).first())).toBe('gares');
    await press('Control+y');
    expect(await objectOf(rows(page).first())).toBe('zae');
    await rows(page).first().getByRole('button', { name: 'Retirer cette condition' }).focus();
    await press('Enter');
    expect(await rows(page).count()).toBe(1);
    expect(await focused()).toBe('Actions sur cette condition');

    const relation = page.getByLabel('Relation', { exact: true });
    await relation.focus();
    await type('qui cont');
    expect(await relation.inputValue()).toBe('encloses');
    expect(await objectOf(rows(page))).toBe('gares');
    await press('Control+z');
    expect(await relation.inputValue()).toBe('distance');
    expect(errors).toEqual([]);
  });
});
