import { buffer } from 'node:stream/consumers';
import type { Page } from 'playwright';

/** Opens the choice of formats of the answer that is on the page. */
export async function openExports(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Exporter', exact: true }).first().click();
}

/** The file that the page gives in a format, whose choice is open, once it is there. */
export async function exportFile(page: Page, format: string): Promise<Uint8Array> {
  await page.locator(`dialog input[value="${format}"]`).check();
  const waiting = page.waitForEvent('download', { timeout: 110_000 });
  await page.locator('dialog button[type="submit"]').click();
  return new Uint8Array(await buffer(await (await waiting).createReadStream()));
}
