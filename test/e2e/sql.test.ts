import { expect, inject, it } from 'vitest';
import { FEW_LAYERS, forbidWebGl, openPage } from '../helpers/open-page.ts';

const JOIN = `SELECT z.site_id, count(*) AS parcelles
FROM parcelles p JOIN zae z ON ST_Intersects(p.geom, z.geom)
GROUP BY z.site_id ORDER BY z.site_id`;

const LARGE = `SELECT site_id, site_nom, ST_Area(geom) / 10000 AS ha, geom
FROM zae WHERE ST_Area(geom) / 10000 > 15`;

it('somebody who writes SQL joins by the index, draws and keeps the rows, and opens them as a question', async () => {
  const { page, requests, errors } = await openPage(`${inject('siteUrl')}#/sql?${FEW_LAYERS}`);
  const editor = page.getByRole('textbox', { name: 'Requête SQL' });
  /** Over what is there, as a reader would select all and paste or type. */
  const write = (text: string) => editor.fill(text);
  const result = page.getByRole('region', { name: 'Résultat de la requête' }).first();
  const table = result.getByRole('table').last();

  // Words are proposed, and the Tab key leaves the editor.
  await page.getByText('Territoire de démonstration').first().waitFor();
  await editor.pressSequentially('SELECT * FROM za');
  await page.getByRole('option', { name: /^zae/ }).first().waitFor();
  await editor.press('Escape');
  await editor.press('Tab');
  expect(await editor.evaluate((element) => element.matches(':focus'))).toBe(false);

  await write(JOIN);
  await editor.press('Control+Enter');
  await page.getByText('Jointure de p et z par l’index').waitFor({ timeout: 60_000 });
  expect(await table.getAttribute('aria-rowcount')).toBe('43');
  const first = table.getByRole('row').nth(1);
  expect(Number(await first.getByRole('cell').nth(1).textContent())).toBeGreaterThan(0);

  // The plan tells what the index did.
  await page.getByRole('button', { name: 'Plan d’exécution' }).click();
  const plan = page.getByRole('region', { name: 'Plan d’exécution' });
  await plan.getByText('l’index a trouvé').waitFor();
  await plan.getByRole('button', { name: 'Fermer le plan' }).click();

  // Rows are sorted, drawn, made a figure and taken away.
  await write(LARGE);
  await editor.press('Control+Enter');
  await result.getByRole('button', { name: 'Voir geom sur la carte' }).click();
  await result.getByText('géométries sur la carte').waitFor();
  await result.getByRole('button', { name: 'ha', exact: true }).click();
  await table.getByRole('row').nth(1).click();
  expect(await table.getByRole('row').nth(1).getAttribute('aria-selected')).toBe('true');
  await result.getByRole('button', { name: 'Graphique' }).click();
  await result.getByRole('figure').waitFor();
  await result.getByRole('button', { name: 'Exporter' }).click();
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');

  // A mistake is shown at its place; what writes is refused.
  await write('SELECT site_nom,\n  surfce FROM zae');
  await page.getByRole('button', { name: 'Exécuter' }).click();
  const alert = page.getByRole('alert');
  await alert.getByText('ligne 2, colonne 3').waitFor();
  await alert.getByRole('button', { name: 'Montrer l’endroit' }).click();
  expect(await editor.evaluate(selectedText)).toBe('surfce');
  await write('DROP TABLE zae');
  await editor.press('Control+Enter');
  await alert.getByText('« DROP » n’est pas permis').waitFor();

  // After a reload the history is there, and gives a statement that is a question too.
  await page.addInitScript(forbidWebGl);
  await page.reload();
  await page.getByText('Historique (4)').click();
  await page
    .getByRole('button', { name: /Reprendre la requête : SELECT site_id, site_nom/ })
    .click();
  await page.getByRole('button', { name: 'Ouvrir comme question' }).click();
  await page.waitForFunction(() => location.hash.startsWith('#/question'));

  expect(errors).toEqual([]);
  const foreign = requests.filter((url) => !url.startsWith(inject('siteUrl')));
  expect(foreign.filter((url) => !/^(blob|data):/.test(url))).toEqual([]);
});

/** The text selected inside the shadow tree of an element, which the document's own selection does not tell. */
function selectedText(element: HTMLElement): string {
  const root = element.getRootNode() as ShadowRoot & { getSelection?: () => Selection | null };
  return String(root.getSelection?.() ?? getSelection());
}
