import { expect, inject, it } from 'vitest';
import { FEW_LAYERS, openPage } from '../helpers/open-page.ts';

const JOIN = `SELECT z.site_id, count(*) AS parcelles
FROM parcelles p JOIN zae z ON ST_Intersects(p.geom, z.geom)
GROUP BY z.site_id ORDER BY z.site_id`;

it('somebody who writes SQL joins two layers by the index, and is shown where a mistake is', async () => {
  const { page, requests, errors } = await openPage(`${inject('siteUrl')}#/sql?${FEW_LAYERS}`);
  const editor = page.getByRole('textbox', { name: 'Requête SQL' });

  await editor.fill(JOIN);
  await editor.press('Control+Enter');
  await page.getByText('Jointure de p et z par l’index').waitFor({ timeout: 60_000 });
  const table = page.getByRole('region', { name: 'Résultat de la requête' }).getByRole('table');
  expect(await table.getAttribute('aria-rowcount')).toBe('43');
  const first = table.getByRole('row').nth(1);
  expect(Number(await first.getByRole('cell').nth(1).textContent())).toBeGreaterThan(0);

  await editor.fill('SELECT site_nom,\n  surfce FROM zae');
  await page.getByRole('button', { name: 'Exécuter' }).click();
  const alert = page.getByRole('alert');
  await alert.getByText('ligne 2, colonne 3').waitFor();
  await alert.getByRole('button', { name: 'Montrer l’endroit' }).click();
  const selected = await editor.evaluate((element: HTMLTextAreaElement) =>
    element.value.slice(element.selectionStart, element.selectionEnd),
  );
  expect(selected).toBe('surfce');

  await editor.fill('DROP TABLE zae');
  await editor.press('Control+Enter');
  await alert.getByText('« DROP » n’est pas permis').waitFor();

  expect(errors).toEqual([]);
  const foreign = requests.filter((url) => !url.startsWith(inject('siteUrl')));
  expect(foreign.filter((url) => !/^(blob|data):/.test(url))).toEqual([]);
});
