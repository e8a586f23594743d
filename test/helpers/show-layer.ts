import type { Page } from 'playwright';

/** Turns a layer on from the tree, whose themes are folded: by its exact title, which the filter finds. */
export async function showLayer(page: Page, title: string): Promise<void> {
  await page.getByRole('textbox', { name: /^Filtrer les couches/ }).fill(title);
  await page.getByRole('checkbox', { name: title, exact: true }).check();
}
