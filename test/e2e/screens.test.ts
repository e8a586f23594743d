import { describe, expect, inject, it } from 'vitest';
import { FEW_LAYERS, sharePage } from '../helpers/open-page.ts';

const SCREENS = ['Carte', 'Question', 'Communes', 'Scénarios', 'Indicateurs', 'Données', 'SQL'];

const PAGES = [
  {
    kind: 'a wide window',
    sizes: [
      { width: 1440, height: 900 },
      { width: 1920, height: 1080 },
    ],
    // What the map draws widens nothing; a large one takes software ten seconds.
    withoutMap: true,
  },
  {
    kind: 'a phone',
    sizes: [
      { width: 390, height: 844 },
      // A window of 1 440 pixels read at 400 %.
      { width: 360, height: 225 },
    ],
    withoutMap: false,
  },
];

describe.each(PAGES)('$kind, opened in its first size', ({ sizes, withoutMap }) => {
  const shared = sharePage(() => `${inject('siteUrl')}#/carte?${FEW_LAYERS}`, {
    viewport: sizes[0]!,
    withoutMap,
  });

  it.each(sizes)('every screen fits a window of $width × $height', async (size) => {
    const { page, errors } = shared;
    await page.setViewportSize(size);
    for (const screen of SCREENS) {
      const button = page.getByRole('button', { name: screen, exact: true });
      // A bar of five has no room for the others: they open above it.
      if (!(await button.isVisible())) {
        await page.getByRole('button', { name: 'Plus', exact: true }).click();
      }
      await button.click();
      await page.getByRole('combobox', { name: 'Rechercher un lieu' }).waitFor();
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
    }
    expect(errors).toEqual([]);
  });
});

describe('on one page', () => {
  const shared = sharePage(() => `${inject('siteUrl')}#/carte?${FEW_LAYERS}`);

  it('going back returns to the screen before', async () => {
    const { page } = shared;
    await page.getByText('Légende').waitFor();
    await expect.poll(() => page.url(), PATIENCE).toContain('vue=');
    await page.getByRole('button', { name: 'Question', exact: true }).click();
    await expect.poll(() => page.url()).toContain('#/question');
    await page.goBack();
    await expect.poll(() => page.url()).toContain('#/carte');
  });

  it('a commune is found by its name, framed, and its card is opened by keyboard alone', async () => {
    const { page } = shared;
    const search = page.getByRole('combobox', { name: 'Rechercher un lieu' });
    await search.focus();
    await page.keyboard.type('noeux');
    await page
      .getByRole('option', { name: /Nœux-les-Mines/ })
      .first()
      .waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Nœux-les-Mines' }).waitFor();
    await expect.poll(() => page.url(), PATIENCE).toContain('objet=communes/62617');
  });
});

/** Two busy cores take their time. */
const PATIENCE = { timeout: 30_000 };
