import { expect, inject, it } from 'vitest';
import { FEW_LAYERS, openPage } from '../helpers/open-page.ts';

it('the layer tree finds, groups, keeps, and gives the layers before back, by keyboard too', async () => {
  const { page, errors } = await openPage(`${inject('siteUrl')}#/carte?${FEW_LAYERS}`, {
    withoutMap: true,
  });
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const shown = page.getByRole('region', { name: 'Couches affichées' });
  const listed = () => shown.locator('.shown-open .layer-title').allTextContents();

  await page.getByRole('textbox', { name: /^Filtrer les couches/ }).fill('à urbaniser');
  const found = page.locator('.layer-row', { hasText: 'Zonage d’urbanisme' });
  await found.getByText(/AUc/).waitFor();
  expect(await found.locator('mark').allTextContents()).toContain('urbaniser');
  await button('Couche favorite : Zonage d’urbanisme').click();
  await found.getByRole('checkbox').check();
  await button('Effacer le filtre').click();
  expect(await listed()).toEqual(['Zonage d’urbanisme', 'Communes']);
  const legend = page.getByRole('region', { name: 'Légende' });
  await legend.locator('.legend-count', { hasText: /^2.243/ }).waitFor();

  await page.locator('summary', { hasText: 'Foncier, friches' }).click();
  await button(/^Tout afficher .*Foncier/).click();
  expect(await listed()).toHaveLength(6);
  await shown.getByRole('button', { name: 'Communes', exact: true }).press('Enter');
  await button('Monter la couche Communes').press('Enter');
  expect((await listed()).at(-2)).toBe('Communes');
  await button(/^Ne montrer qu’elle/).press('Enter');
  expect(await listed()).toEqual(['Communes']);
  await button('Revenir aux couches d’avant').press('Enter');
  expect(await listed()).toHaveLength(6);

  await button('Cartes').click();
  await button(/^Friches et gares/).click();
  expect(await listed()).toEqual(['Gares', 'Pôles gare', 'Friches', 'Communes']);
  await page.getByLabel('Nom de la carte affichée').fill('Friches de la commission');
  await page.keyboard.press('Enter');
  await page.getByText('Carte « Friches de la commission » enregistrée.').waitFor();
  await button('Tout masquer').first().click();
  expect(await listed()).toEqual([]);

  await page.reload();
  await button(/^Favoris/).click();
  await page.getByRole('checkbox', { name: 'Zonage d’urbanisme', exact: true }).waitFor();
  await button('Cartes').click();
  await page.getByRole('link', { name: /^Friches de la commission/ }).click();
  await expect.poll(listed).toEqual(['Gares', 'Pôles gare', 'Friches', 'Communes']);
  expect(errors).toEqual([]);
});
