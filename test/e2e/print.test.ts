import { buffer } from 'node:stream/consumers';
import { expect, inject, it } from 'vitest';
import { openPage } from '../helpers/open-page.ts';
import { openPdf } from '../helpers/open-pdf.ts';

it('the map is printed to scale by the keyboard alone, as a PDF that is read', async () => {
  const { page, errors, requests } = await openPage(
    `${inject('siteUrl')}#/carte?couches=zone_urba,communes`,
    { acceptDownloads: true, withoutMap: true },
  );
  const button = page.getByRole('button', { name: 'Imprimer', exact: true });
  await button.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Imprimer la carte à l’échelle' });
  await dialog.getByRole('combobox', { name: 'Cadrer' }).selectOption({ label: 'Béthune' });
  await dialog.getByRole('combobox', { name: 'Échelle' }).selectOption('1000');
  await dialog.getByRole('textbox', { name: 'Titre', exact: true }).fill('Été à Béthune');
  await dialog.getByRole('img', { name: /A4 paysage, au 1:1.000/ }).waitFor();
  const save = dialog.getByRole('button', { name: 'Enregistrer en PDF' });
  await save.focus();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.keyboard.press('Enter'),
  ]);
  expect(download.suggestedFilename()).toBe('ete-a-bethune-1000-a4.pdf');

  const { pages, texts } = await openPdf(
    new Uint8Array(await buffer(await download.createReadStream())),
  );
  expect(pages[0]!.view.map(Math.round)).toEqual([0, 0, 842, 595]);
  const text = texts.join(' ').replace(/\s/g, '');
  for (const wanted of ['ÉtéàBéthune', 'Échelle1:1000', 'Légende', 'Seulledocumentopposable'])
    expect(text).toContain(wanted);
  expect(JSON.stringify(await pages[0]!.getStructTree())).toContain(
    'Plan «\u00a0Été à Béthune\u00a0»',
  );

  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(errors).toEqual([]);
  const foreign = requests.filter((url) => !url.startsWith(inject('siteUrl')));
  expect(foreign.filter((url) => !/^(blob|data):/.test(url))).toEqual([]);
});
