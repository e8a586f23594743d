import type { Page } from 'playwright';
import { describe, expect, inject, it } from 'vitest';
import { type Library, type SavedQuestion, SHOWS, type Show } from '../../src/domain/library.ts';
import { FEW_LAYERS, sharePage } from '../helpers/open-page.ts';

const TEXTS = { answer: 'Répondre', rows: /^\d[\d\u202f]* lignes?/ };

describe('on one page', () => {
  const shared = sharePage(() => `${inject('siteUrl')}#/indicateurs?${FEW_LAYERS}`, {
    withoutMap: true,
  });

  it('every theme has a page, a question of each kind is answered there, contradictions name both sources', async () => {
    const { page, errors } = shared;
    const library: Library = await (
      await page.request.get(`${inject('siteUrl')}library.json`)
    ).json();
    const cards = page.locator('.theme-card');
    await cards.first().waitFor();
    expect(await cards.count()).toBeGreaterThan(10);

    for (const { id, title, figures } of pagesOf(library)) {
      await goToTheme(page, id);
      await page.getByRole('heading', { level: 2, name: title }).waitFor();
      expect(await page.locator('.key-figure h4').count()).toBe(figures.length);
      expect(await page.locator('.system').count()).toBe(
        library.systems.filter(({ theme }) => theme === id).length,
      );
    }

    const [theme, contradiction] = firstContradiction(library);
    await goToTheme(page, theme);
    const disagreement = page.locator('.disagreement', { hasText: contradiction.subject });
    for (const { source } of contradiction.values) {
      const line = Number(source.split(/[:-]/)[1]);
      await disagreement
        .getByText(new RegExp(`lignes? ${line}`))
        .first()
        .waitFor();
    }

    const lightest = SHOWS.flatMap((show) => lightestOf(library, show));
    expect(lightest.length).toBeGreaterThan(2);
    for (const saved of lightest) await answer(page, saved);
    expect(errors).toEqual([]);
  });

  it('a figure of the communes is ranked, drawn on the map and found again by its link, and two communes stand side by side', async () => {
    const { page, errors } = shared;
    await goToTheme(page, 'projets');
    await page.getByRole('combobox', { name: 'Chiffre' }).selectOption('Opérations aidées');
    const ranking = page.getByRole('region', { name: 'Rang des communes' });
    await ranking.getByRole('row').nth(1).waitFor();
    expect(await ranking.getByRole('row').count()).toBe(101);
    await page.getByRole('region', { name: 'Légende' }).getByText('Opérations aidées').waitFor();
    await page.getByText(/^Pour 100 communes : .* médiane/).waitFor();
    const linked = page.url();
    expect(linked).toContain('chiffre=operations');

    await page.goto('about:blank');
    await page.goto(linked);
    await ranking.getByRole('row').nth(1).waitFor();
    await page.getByRole('button', { name: 'Comparer deux communes' }).click();
    await page.getByLabel('Première commune').selectOption('Béthune');
    await page.getByLabel('Seconde commune').selectOption('Bruay-la-Buissière');
    const table = page.getByRole('table', { name: 'Deux communes côte à côte' });
    const row = table.getByRole('row', { name: /^Population/ });
    await row.getByText('1re sur 100').waitFor({ timeout: 60_000 });
    expect(await row.textContent()).toMatch(/25\s679.*22\s351.*3\s328/);
    expect(page.url()).toContain('communes=62119,62178');
    expect(errors).toEqual([]);
  });
});

/** Themes that have something of their own; the layers of the others come when they are published. */
function pagesOf({ themes, questions }: Library) {
  return themes.filter(({ id }) => questions.some(({ theme }) => theme === id));
}

function firstContradiction({ themes, contradictions }: Library) {
  for (const { id, figures } of themes) {
    const named = figures.map(({ contradiction }) => contradiction);
    const found = contradictions.find((contradiction) => named.includes(contradiction.id));
    if (found) return [id, found] as const;
  }
  throw new Error('no key figure names a contradiction');
}

/** The question of that kind that reads the fewest layers, where there is one. */
function lightestOf({ questions }: Library, show: Show): SavedQuestion[] {
  const weight = ({ layers = [], ask }: SavedQuestion) =>
    layers.length + JSON.stringify(ask).split('parcelles').length * 2;
  return questions
    .filter((saved) => saved.show === show)
    .toSorted((a, b) => weight(a) - weight(b))
    .slice(0, 1);
}

/** The page of a theme, by its address, without loading the application again. */
async function goToTheme(page: Page, theme: string): Promise<void> {
  await page.evaluate((query) => {
    location.hash = `#/indicateurs?${query}`;
  }, `theme=${theme}&${FEW_LAYERS}`);
}

/** Opens a question on the page of its theme and answers it; its sentence holds numbers where its template has braces. */
async function answer(page: Page, saved: SavedQuestion): Promise<void> {
  await goToTheme(page, saved.theme);
  await page.getByRole('button', { name: saved.sentence }).click();
  const entry = page.locator('.saved[data-open="true"]', { hasText: saved.sentence });
  await entry.getByRole('button', { name: TEXTS.answer }).click();
  const sentence = await entry.locator('.reply-sentence').textContent({ timeout: 100_000 });
  expect(sentence).not.toMatch(/[{}—]/);
  await expect.poll(() => page.url()).toContain(`reponse=${saved.id}`);
  if (saved.show === 'table') await entry.getByText(TEXTS.rows).first().waitFor();
  if (saved.show === 'chart') await entry.locator('.bar-chart').waitFor();
  if (saved.show === 'map') await entry.getByText('surlignée en jaune').waitFor();
}
