import type { Page } from 'playwright';
import { expect, inject, it } from 'vitest';
import { FEW_LAYERS, openPage } from '../helpers/open-page.ts';

/** As the service writes it, the territory's own Béthune. */
const ADDRESSES = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [2.6401, 50.5218] },
      properties: { label: '12 Rue de la Gare 62400 Béthune', context: '62, Pas-de-Calais' },
    },
  ],
};

it('a reader measures, draws, goes to coordinates and an address, and shares, all by typing', {
  timeout: 60_000,
}, async () => {
  const asked: string[] = [];
  const { page, errors } = await openPage(
    `${inject('siteUrl')}#/carte?vue=2.6405,50.5303,15&${FEW_LAYERS}`,
    {
      withoutMap: true,
      before: (own) =>
        own.route('https://data.geopf.fr/**', (route) => {
          asked.push(route.request().url());
          return route.fulfill({ json: ADDRESSES });
        }),
    },
  );

  await measure(page);
  await annotate(page);
  await goToCoordinates(page);
  expect(asked).toEqual([]);
  await findAddress(page);
  expect(asked.length).toBeGreaterThan(0);
  await share(page);
  expect(errors).toEqual([]);
});

async function measure(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Mesurer', exact: true }).click();
  const field = page.getByLabel('Ajouter un point par ses coordonnées');
  for (const position of ['50,5303 2,6405', 'Lambert-93 667870.2792 7042748.5094']) {
    await field.fill(position);
    await field.press('Enter');
  }
  // PROJ 9.1 (cct): √((1674511.1889 − 1667920.0043)² + (9259044.5309 − 9253629.7630)²).
  await page.getByText('8 530 m', { exact: true }).first().waitFor();
  await page.getByRole('button', { name: 'Terminer' }).click();
  await page.getByRole('button', { name: 'Garder comme dessin' }).click();
  await page.getByText('« Tracé 1 » est dans vos dessins.').waitFor();
}

async function annotate(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Annoter', exact: true }).click();
  const panel = page.getByRole('region', { name: 'Dessiner et annoter' });
  await panel.getByText('Encre, note, zone autour').click();
  await panel
    .getByRole('group', { name: 'Encre', exact: true })
    .getByLabel('Bleu, tirets')
    .check({ force: true });
  await panel.getByRole('textbox', { name: 'Note' }).fill('à revoir');
  await panel.getByLabel('Distance (m)').fill('50');
  await panel.getByRole('button', { name: 'Tracer la zone' }).click();
  await expect
    .poll(() => panel.getByLabel('Nom du dessin').nth(1).inputValue())
    .toMatch(/50.m autour de Tracé 1/);
  await expect
    .poll(() => decodeURIComponent(page.url()))
    .toMatch(/dessins=\[\["Tracé 1","LineString",.*"bleu","à revoir"\]\]/);
}

async function goToCoordinates(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Repérer', exact: true }).click();
  const panel = page.getByRole('region', { name: 'Coordonnées' });
  await panel.getByLabel('Coordonnées', { exact: true }).fill('50.5303');
  await panel.getByRole('button', { name: 'Y aller' }).click();
  await panel.getByRole('alert').filter({ hasText: 'deux nombres' }).waitFor();
  await panel.getByLabel('Coordonnées', { exact: true }).fill('2,6405 50,5303');
  await panel.getByRole('button', { name: 'Y aller' }).click();
  await panel.getByText('la longitude était donnée d’abord').waitFor();
  await panel.getByText('674470.30, 7048173.71').last().waitFor();
}

async function findAddress(page: Page): Promise<void> {
  const field = page.getByRole('combobox', { name: 'Rechercher un lieu' });
  await field.fill('12 rue de la gare');
  const choice = page.getByLabel(/Chercher aussi les adresses/);
  await choice.check();
  await page.getByText('Adresses (service de l’IGN, en ligne)', { exact: true }).waitFor();
  await page.getByRole('option', { name: /12 Rue de la Gare 62400/ }).click();
  await page.getByText('50.5218000, 2.6401000').waitFor();
}

async function share(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Copier le lien' }).click();
  await page.getByRole('button', { name: /QR code/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Partager cette vue' });
  await dialog.getByRole('img', { name: /QR code du lien/ }).waitFor();
  const code = await dialog.getByLabel('Code d’intégration').inputValue();
  expect(code).toMatch(/^<iframe src="[^"]*\?embed=1#\/carte\?/);
  await page.keyboard.press('Escape');
}
