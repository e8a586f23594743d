import type { Page } from 'playwright';
import type { LongTask } from '../map/long-tasks.ts';
import type { OpenMap } from '../map/open-map.ts';
import type {} from './watched-form.ts';

/** What was timed of the form, in milliseconds. */
export interface FormTimes {
  /** From the reader's act to the count on the screen: another value of an attribute, another commune, another distance. */
  attribute: number[];
  commune: number[];
  distance: number[];
  /** The same for the first condition on a layer, which is read for it. */
  firstDistance: number[];
  /** From the engine's answer to the first rows of the table. */
  rows: number[];
}

/** Counts and asks in the form of the built app, open on its screen « Question », `count` times of each. */
export async function timeForm({ page }: OpenMap, count: number): Promise<FormTimes> {
  page.setDefaultTimeout(LIMIT_MS);
  await adding(page).waitFor();
  const { attribute, commune } = await countAttributes(page, count);
  const { distance, firstDistance } = await countDistances(page, count);
  await add(page, 'zone inondable');
  const rows = await askTable(page, Math.min(count, ANSWERS));
  return { attribute, commune, distance, firstDistance, rows };
}

/** Tasks of the page's main thread over 50 ms on the clock, while a condition is looked for, a distance typed and a slider dragged. */
export async function traceTyping(app: OpenMap): Promise<LongTask[]> {
  const { page } = app;
  page.setDefaultTimeout(LIMIT_MS);
  await add(page, 'surface');
  await add(page, 'zone inondable');
  await page.locator('.slider').waitFor();
  await counted(page);
  return app.traced(() => typeAndDrag(page));
}

async function countAttributes(page: Page, count: number) {
  const attribute: number[] = [];
  const commune: number[] = [];
  await add(page, 'contenance');
  const value = page.getByLabel('Contenance cadastrale (m²)', { exact: true });
  for (let i = 0; i < count; i++) {
    await value.fill(String(400 + 137 * i));
    attribute.push(await counted(page));
  }
  for (const name of COMMUNES.slice(0, count)) {
    await add(page, name);
    commune.push(await counted(page));
    await page.getByRole('button', { name: 'Retirer cette condition' }).last().click();
    await counted(page);
  }
  await clear(page);
  return { attribute, commune };
}

async function countDistances(page: Page, count: number) {
  const distance: number[] = [];
  const firstDistance: number[] = [];
  await add(page, RELATED[0]);
  const metres = page.getByLabel('Distance en mètres (m)');
  const layer = page.getByLabel('Autre couche ou forme dessinée');
  for (const [i, name] of RELATED.entries()) {
    if (i > 0) await layer.selectOption({ label: name });
    firstDistance.push(await counted(page));
  }
  for (let i = 0; i < count; i++) {
    await layer.selectOption({ label: RELATED[i % RELATED.length] as string });
    await counted(page);
    await metres.fill(String(30 + 61 * i));
    distance.push(await counted(page));
  }
  await clear(page);
  return { distance, firstDistance };
}

/** What a planner's hands do in the form, over every parcel of the territory. */
async function typeAndDrag(page: Page): Promise<void> {
  await adding(page).focus();
  await page.keyboard.type('zone inondable', { delay: KEY_MS });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.getByLabel('Distance en mètres (m)').focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('1,25 km', { delay: KEY_MS });
  await counted(page);
  const slider = page.getByRole('slider');
  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  if (!box) throw new Error('the slider is not on the screen');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let i = 1; i <= 12; i++) await page.mouse.move(x - i * 10, y);
  await page.mouse.up();
  await counted(page);
}

/** Asks a question of thousands of parcels, another each time, and waits for its table. */
async function askTable(page: Page, count: number): Promise<number[]> {
  const rows: number[] = [];
  for (let i = 0; i < count; i++) {
    await page.getByLabel('Distance en mètres (m)').fill(String(100 + 50 * i));
    await counted(page);
    await page.getByRole('button', { name: 'Poser la question' }).click();
    const { rowsMs } = await page.evaluate((limit) => window.form.untilRows(limit), LIMIT_MS);
    rows.push(rowsMs);
  }
  return rows;
}

const adding = (page: Page) => page.getByRole('combobox', { name: 'Ajouter une condition' }).last();

/** Adds the condition that a text finds first. */
async function add(page: Page, text: string): Promise<void> {
  await adding(page).fill(text);
  await page.locator('.choices [role=option]').first().click();
}

async function clear(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Tout effacer' }).click();
}

const counted = (page: Page) => page.evaluate((limit) => window.form.untilCounted(limit), LIMIT_MS);

const COMMUNES = ['Béthune', 'Lillers', 'Auchel', 'Isbergues', 'Nœux-les-Mines', 'Barlin'];
const KEY_MS = 40;
const ANSWERS = 5;
const LIMIT_MS = 90_000;

/** Layers that distances are asked to, as the form calls them: from 13 points to 103 000 buildings. */
const RELATED = [
  'gares',
  'zones inondables',
  'cours d’eau',
  'zones d’activité',
  'zones du PLU',
  'équipements',
  'bâtiments',
] as const;
