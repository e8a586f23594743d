import { describe, expect, inject, it } from 'vitest';
import question from '../../data/examples/1-terrains-au-pres-des-zones-inondables.json' with {
  type: 'json',
};
import stations from '../../data/examples/5-communes-avec-gare.json' with { type: 'json' };
import { parseCatalogue } from '../../src/domain/catalogue.ts';
import { parseQuestion } from '../../src/domain/parse-question.ts';
import {
  questionToDuckdb,
  questionToPostgis,
  questionToSedona,
  questionToSql,
} from '../../src/sql/dialects/question-sql.ts';
import { questionToSentence } from '../../src/ui/strings/question-sentence.ts';
import { FEW_LAYERS, sharePage } from '../helpers/open-page.ts';

describe('one question after the other, on one page', () => {
  const shared = sharePage(() => `${inject('siteUrl')}#/question?${FEW_LAYERS}`, {
    permissions: ['clipboard-read', 'clipboard-write'],
    withoutMap: true,
  });
  const chooseExample = async (title: string) => {
    const examples = shared.page.locator('.examples');
    await examples.waitFor();
    if ((await examples.getAttribute('open')) === null) await examples.locator('summary').click();
    await examples.getByRole('button', { name: title }).click();
  };

  it('a GIS officer takes the question away in the SQL of four engines, by the keyboard', async () => {
    const { page, errors } = shared;
    const siteUrl = inject('siteUrl');
    await chooseExample(question.title);
    await page.getByRole('button', { name: 'En SQL' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'La question en SQL' });

    const catalogue = parseCatalogue(
      await (await fetch(new URL('catalogue.json', siteUrl))).json(),
    );
    const asked = parseQuestion(question.question);
    const options = { sentence: questionToSentence(asked, catalogue), base: siteUrl };
    const texts = [
      questionToPostgis(asked, catalogue, options),
      questionToDuckdb(asked, catalogue, options),
      questionToSedona(asked, catalogue, options),
      questionToSql(asked, catalogue, 'duckdb').select,
    ];
    await dialog.getByRole('tab', { name: 'PostGIS' }).focus();
    for (const text of texts) {
      await dialog.getByRole('button', { name: 'Copier' }).click();
      await dialog.getByText('Requête copiée').waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
      await dialog.getByRole('tab', { selected: true }).press('ArrowRight');
    }
    expect(await dialog.getByRole('tab', { selected: true }).textContent()).toBe('PostGIS');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('En SQL');
    expect(errors).toEqual([]);
  });

  it('where copying is refused, the text is selected instead', async () => {
    const { page } = shared;
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    });
    await page.getByRole('button', { name: 'En SQL' }).click();
    await page.getByRole('button', { name: 'Copier', exact: true }).click();
    await page.getByText('le texte est sélectionné').waitFor();
    expect(await page.evaluate(() => getSelection()?.toString())).toContain('ST_DWithin');
    await page.keyboard.press('Escape');
  });

  it('a small question opens in the SQL screen and finds there what the question found', async () => {
    const { page, errors } = shared;
    await chooseExample(stations.title);
    await page.getByRole('button', { name: 'Poser la question' }).click();
    const count = await page.locator('.answer-count strong').textContent({ timeout: 60_000 });
    await page.getByRole('button', { name: 'En SQL' }).click();
    await page.getByRole('tab', { name: 'Arpent' }).click();
    await page.getByRole('button', { name: 'Ouvrir dans l’écran SQL' }).click();
    await page.getByRole('button', { name: 'Exécuter' }).click();
    await page.getByText(`${count} lignes, en `).waitFor({ timeout: 60_000 });
    expect(errors).toEqual([]);
  });
});
