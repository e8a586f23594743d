import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright';
import { expect, inject, it } from 'vitest';
import { FEW_LAYERS, openPage } from '../helpers/open-page.ts';

it('axe finds nothing to object to on any screen and state, light and dark', async () => {
  const { page, errors } = await openPage(`${inject('siteUrl')}#/carte?couches=communes`, {
    withoutMap: true,
    bypassCSP: true,
  });
  await page.evaluate(
    await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'),
  );
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const found: string[] = [];
  const look = async (state: string, part: string) =>
    found.push(...(await violations(page, state, part)));
  const show = async (hash: string, awaited: string, part = '.panel') => {
    await page.evaluate((to) => {
      location.hash = to;
    }, hash);
    await page.locator(awaited).first().waitFor();
    await look(hash, part);
  };

  await page.getByRole('region', { name: 'Légende', exact: true }).waitFor();
  await look('the map', 'html');
  for (const tool of ['Fonds', 'Mesurer', 'Annoter', 'Repérer', 'Comparer', 'Décrire']) {
    await button(tool).click();
    await page.locator('.tool-panel :is(p, label, button, legend) + *').first().waitFor();
    await look(`the tool ${tool}`, '.map-tools');
  }
  await button('Fermer l’outil').click();
  await show('#/carte?couches=communes&objet=communes/62119', '.card h2', '.card');
  await button('Copier le lien').click();
  await look('sharing', '.top-bar');
  await page.keyboard.press('Escape');
  await button('Imprimer').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer en PDF' }).waitFor();
  await look('printing', 'dialog');
  await page.keyboard.press('Escape');
  await show('#/question', '.examples .choice');
  await show('#/communes', '.panel-body :is(a, select, input)');
  await show('#/indicateurs', '.panel-body :is(h3, li)');
  await show('#/scenarios', '.add-variant');
  await show('#/donnees', '.panel-body li');
  await show('#/donnees?fiche=communes', '.panel-body :is(dl, h2)');
  await show('#/publier', '.panel-body button');
  await show('#/sql', '.cm-content');
  await show('#/seance', '.panel-body li');
  await show('#/aide', '.help-cards');
  await show('#/aide?page=accessibilite', '.help-failures');
  expect(found).toEqual([]);
  expect(await page.title()).toBe('Aide – Arpent, l’atlas du territoire');
  expect(errors).toEqual([]);
});

it('by the keyboard alone the map is read as text, a question is asked and its answer printed', async () => {
  const { page, errors } = await openPage(`${inject('siteUrl')}#/carte?${FEW_LAYERS}`, {
    withoutMap: true,
    acceptDownloads: true,
  });
  const { keyboard } = page;
  await page.getByRole('region', { name: 'Légende', exact: true }).waitFor();
  await tabTo(page, 'Lire la carte en texte');
  await keyboard.press('Enter');
  const text = page.getByRole('region', { name: 'Ce que montre la carte' });
  await text.getByText('100 communes', { exact: true }).waitFor();
  expect(await text.getByRole('status').textContent()).toMatch(
    /^La carte montre tout le territoire, 100 communes : environ .* nord en haut\. On y voit 100 communes\.$/,
  );
  const nearest = text.getByRole('listitem').first();
  expect(await nearest.textContent()).toMatch(/, au centre de la carte$/);
  const name = (await nearest.textContent())!.split(',')[0]!;
  await tabTo(page, name);
  await keyboard.press('Enter');
  await page.getByRole('heading', { name, level: 2 }).waitFor();
  await keyboard.press('Escape');

  await tabTo(page, 'Question', 'Shift+Tab');
  await keyboard.press('Enter');
  const example = page.getByRole('list').getByRole('button', { name: EXAMPLE });
  await example.waitFor();
  await tabTo(page, EXAMPLE);
  await keyboard.press('Enter');
  await tabTo(page, 'Poser la question');
  await keyboard.press('Enter');
  await page.getByRole('grid').or(page.getByRole('table')).first().waitFor();
  await tabTo(page, 'Imprimer', 'Shift+Tab');
  await keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('img').waitFor();
  await tabTo(page, 'Enregistrer en PDF');
  const [download] = await Promise.all([page.waitForEvent('download'), keyboard.press('Enter')]);
  expect(download.suggestedFilename()).toMatch(/\.pdf$/);
  expect(errors).toEqual([]);
});

it('a small phone keeps its memory until asked, and nothing overflows at 320 pixels with wide text', async () => {
  const { page, errors } = await openPage(`${inject('siteUrl')}#/question?${FEW_LAYERS}`, {
    withoutMap: true,
    bypassCSP: true,
    hasTouch: true,
    isMobile: true,
    viewport: { width: 320, height: 640 },
    before: (opened) =>
      opened.addInitScript(() => {
        Object.defineProperty(navigator, 'deviceMemory', { value: 2 });
      }),
  });
  const start = page.getByRole('button', { name: /^Lancer le moteur quand même/ });
  await start.waitFor();
  // The text spacing of WCAG 1.4.12.
  await page.addStyleTag({
    content:
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }',
  });
  const bar = page.getByRole('navigation', { name: 'Écrans' });
  expect(await bar.getByRole('button').count()).toBe(5);
  for (const screen of ['Carte', 'Indicateurs', 'Communes', 'Séance', 'Données', 'Aide', 'SQL']) {
    const button = page.getByRole('button', { name: screen, exact: true });
    if (!(await button.isVisible())) await bar.getByRole('button', { name: 'Plus' }).tap();
    await button.tap();
    await expect.poll(() => overflow(page)).toBe(0);
  }
  await start.tap();
  await start.waitFor({ state: 'hidden' });
  expect(errors).toEqual([]);
});

const EXAMPLE = 'Communes qui ont une gare ouverte aux voyageurs';

/** What axe objects to in a part of the page, as state, rule and place; in the dark contrast alone can differ. */
async function violations(page: Page, state: string, part: string): Promise<string[]> {
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
  // Rows of a table and layers of a list are made alike: the first say what there is to say of all.
  const context = { include: [part], exclude: ['tbody tr:nth-child(n+4)', 'li:nth-child(n+7)'] };
  const { violations: all } = await axe.run(context, { resultTypes: ['violations'], runOnly });
  return all.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`));
}

/** Presses Tab until what begins with that name has the focus. */
async function tabTo(page: Page, name: string, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < MAX_PRESSES; presses++) {
    await page.keyboard.press(key);
    const reached = await page.evaluate(() => {
      const { activeElement } = document;
      return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '';
    });
    if (reached.trim().startsWith(name)) return;
  }
  throw new Error(`the keyboard does not reach « ${name} »`);
}

const MAX_PRESSES = 150;

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
