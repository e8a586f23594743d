import type { Page } from 'playwright';

/** The field of the open question that adds a condition to it. */
export const adding = (page: Page) =>
  page.getByRole('combobox', { name: 'Ajouter une condition' }).last();

/** Adds the condition that a text finds first. */
export async function add(page: Page, text: string): Promise<void> {
  await adding(page).fill(text);
  await page.locator('.choices [role=option]').first().click();
}

/** The live count, once it is of the question as it stands. */
export async function liveCount(page: Page): Promise<number> {
  await page.locator('.preview-count[data-counting=false] strong').waitFor({ timeout: 90_000 });
  const text = await page.locator('.preview-count strong').textContent();
  return Number(text?.replace(/\D/g, ''));
}
