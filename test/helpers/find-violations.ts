import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright';

/** Puts axe into a page, whose context must bypass the CSP. */
export async function startAxe(page: Page): Promise<void> {
  const path = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  await page.evaluate(await readFile(path, 'utf8'));
}

/** What axe objects to in a part of the page, as state, rule and place; in the dark contrast alone can differ. */
export async function findViolations(page: Page, state: string, part: string): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    found.push(...(await page.evaluate(runAxe, { part, isDark: colorScheme === 'dark' })));
  }
  return found.map((one) => `${state}: ${one}`);
}

async function runAxe({ part, isDark }: { part: string; isDark: boolean }): Promise<string[]> {
  const { axe } = window as unknown as {
    axe: {
      run(
        context: object,
        options: object,
      ): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }>;
    };
  };
  const runOnly = isDark
    ? { type: 'rule', values: ['color-contrast'] }
    : { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] };
  // Rows of a table and layers of a list are made alike: the first say what there is to say of all. What is folded is not shown.
  const context = {
    include: [part],
    exclude: [
      'tbody tr:nth-child(n+4)',
      'li:nth-child(n+7)',
      'details:not([open]) > :not(summary)',
    ],
  };
  const { violations: all } = await axe.run(context, { resultTypes: ['violations'], runOnly });
  return all.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`));
}
