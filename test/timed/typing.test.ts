import type { Locator } from 'playwright';
import { expect, inject, it } from 'vitest';
import { FEW_LAYERS, openPage } from '../helpers/open-page.ts';
import { add, adding, liveCount } from '../helpers/question-form.ts';
import { traceTasks } from '../helpers/task-times.ts';

async function handleOf(locator: Locator) {
  const handle = await locator.elementHandle();
  if (!handle) throw new Error('nothing there');
  return handle;
}

it('typing and dragging over the whole territory never block for 50 ms', async () => {
  const { page, errors } = await openPage(`${inject('siteUrl')}#/question?${FEW_LAYERS}`);
  await add(page, 'surface');
  await add(page, 'AU');
  await add(page, 'zone inondable');
  await page.getByLabel('Distance en mètres (m)').fill('100');
  await page.locator('.slider').waitFor({ timeout: 90_000 });
  await liveCount(page);
  // What is looked for by role or label runs in the page and takes its time there: it is found before.
  const search = await handleOf(adding(page));
  const distance = await handleOf(page.getByLabel('Distance en mètres (m)'));
  const slider = await handleOf(page.getByRole('slider'));
  const endTrace = await traceTasks(page);

  await search.focus();
  await page.keyboard.type('zone inondable', { delay: 40 });
  await page.keyboard.press('Escape');
  await distance.focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('1,25 km', { delay: 40 });
  await liveCount(page);
  await slider.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const box = await slider.boundingBox();
  if (!box) throw new Error('the slider is not on the screen');
  const { x, y } = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let i = 1; i <= 12; i++) await page.mouse.move(x - i * 10, y);
  await page.mouse.up();
  await liveCount(page);
  const times = await endTrace();
  expect(times.filter((time) => time > 1).length).toBeGreaterThan(10);
  expect(times.filter((time) => time > 50)).toEqual([]);

  const value = await page.getByLabel('Surface mesurée (m²)').inputValue();
  await page.getByRole('button', { name: /^Annuler la dernière/ }).click();
  expect(await page.getByLabel('Surface mesurée (m²)').inputValue()).toBe('2000');
  expect(value).not.toBe('2000');
  expect(errors).toEqual([]);
});
