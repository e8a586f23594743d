import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { Page } from 'playwright';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import type { GdalModule } from '../../src/gdal/gdal-module.ts';
import { readBundle } from '../../src/publish/bundle.ts';
import { createDbf } from '../helpers/create-shapefile.ts';
import { openSite } from '../helpers/create-site.ts';
import { sharePage } from '../helpers/open-page.ts';
import { startGdalModule, writeWithGdal } from '../helpers/write-with-gdal.ts';

let gdal: GdalModule;
let site: Awaited<ReturnType<typeof openSite>>;
beforeAll(async () => {
  gdal = await startGdalModule();
  site = await openSite();
  const before = join(site.folder, 'terrils.geojson');
  await writeFile(before, JSON.stringify(squares(5)));
  await site.publish(before, '--layer', 'terrils', '--title', 'Terrils', '--accept');
  return () => site.close();
});

describe('one after the other, on one page', () => {
  const shared = sharePage(() => `${site.url}#/donnees`);

  it('a GeoPackage is checked, compared, described, styled, bundled and published with the version that the page computed', async () => {
    const { page, errors } = shared;
    await page.getByRole('button', { name: 'Publier une couche' }).click();
    const written = writeWithGdal(gdal, squares(6), 'terrils.gpkg', [
      '-f',
      'GPKG',
      '-nln',
      'terrils',
    ]);
    const buffer = Buffer.from(written['terrils.gpkg'] as Uint8Array);
    await choose(page, { name: 'terrils.gpkg', mimeType: '', buffer });
    await page.getByText('Remplace « Terrils »').waitFor();
    await page.getByRole('button', { name: 'Contrôler', exact: true }).click();
    await page.getByText('1 ajout').waitFor();
    await page.getByRole('button', { name: 'Voir les différences sur la carte' }).click();
    await page.getByRole('button', { name: 'Quitter la comparaison' }).click();
    await acceptAll(page);
    await step(page, 'Métadonnées');
    await page.getByLabel('Courriel du contact').fill('sig@');
    await page.getByText('Ce courriel n’est pas complet.').waitFor();
    await page.getByLabel('Courriel du contact').fill('sig@exemple.fr');
    await describeLayer(page);
    await step(page, 'Style');
    await page.getByRole('combobox', { name: 'Représentation' }).selectOption('classes');
    await page.locator('.legend').getByText('Hauteur').waitFor();
    const bundle = await download(page, site.folder);
    await site.npmPublish(bundle);
    const { layers } = await readCatalogue(site.publicDir);
    expect(layers).toHaveLength(1);
    expect(layers[0]).toMatchObject({
      id: 'terrils',
      title: 'Terrils',
      producer: 'Service SIG',
      contact: { email: 'sig@exemple.fr' },
      style: { field: 'hauteur', graduated: true },
      file: { rows: 6 },
    });
    expect(await versionsIn(bundle)).toEqual(layers.map(({ file }) => file.version));
    expect(errors).toEqual([]);
  });

  it('a PLUi archive is taken whole, and its layers are published together', async () => {
    const { page, errors } = shared;
    await page.getByRole('button', { name: 'Recommencer avec un autre fichier' }).click();
    const buffer = Buffer.from(createArchive());
    await choose(page, { name: '200072460_PLUi_20240312.zip', mimeType: '', buffer });
    await page.getByText('Archive PLU/PLUi au standard CNIG').waitFor();
    await page.getByText('Standard reconnu d’après le fichier').first().waitFor();
    await page.getByRole('button', { name: 'Contrôler', exact: true }).click();
    await acceptAll(page);
    await step(page, 'Métadonnées');
    await describeLayer(page);
    await page.getByRole('button', { name: /^Reprendre producteur/ }).click();
    const bundle = await download(page, site.folder);
    await site.publish(bundle);
    const { layers } = await readCatalogue(site.publicDir);
    const published = layers.filter(({ id }) => id !== 'terrils');
    expect(published.map(({ id }) => id).sort()).toEqual(['prescription_surf', 'zone_urba']);
    expect(await versionsIn(bundle)).toEqual(published.map(({ file }) => file.version).sort());
    expect(errors).toEqual([]);
  });

  it('a file opens without being published, from the wizard or dropped on the map, and is in no link', async () => {
    const { page, errors } = shared;
    const before = await readCatalogue(site.publicDir);
    await page.getByRole('button', { name: 'Recommencer avec un autre fichier' }).click();
    const buffer = Buffer.from(JSON.stringify(squares(4)));
    await choose(page, { name: 'essai.geojson', mimeType: '', buffer });
    await page.getByRole('button', { name: 'Ouvrir sans publier' }).click();
    const panel = page.getByRole('region', { name: 'Couches', exact: true });
    await panel.getByText('Temporaire, non publiée').waitFor();
    expect(page.url()).toContain('temporaires=1');
    expect(page.url()).not.toContain('essai');
    await dropOnMap(page, 'reperes.geojson', JSON.stringify(squares(2)));
    await panel.getByRole('button', { name: 'Retirer Reperes de la carte' }).click();
    await panel.getByText('Reperes').waitFor({ state: 'detached' });
    await dropOnMap(page, 'abime.geojson', '{"type": "FeatureCollection", "features": [');
    await page.getByText('Ce fichier n’a pas pu être ouvert.').waitFor();
    expect(await readCatalogue(site.publicDir)).toEqual(before);
    expect(errors).toEqual([]);
  });
});

/** Squares of some 700 m that lie apart, near Béthune, in degrees. */
function squares(count: number) {
  const features = Array.from({ length: count }, (_, i) => {
    const [west, south] = [2.6 + i * 0.02, 50.5];
    const [east, north] = [west + 0.01, south + 0.006];
    const ring = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ];
    const properties = { code: `T${i}`, nom: `Terril ${i}`, hauteur: 10 * i * i };
    return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } };
  });
  return { type: 'FeatureCollection', features };
}

/** Two spatial tables of a PLUi as Shapefiles in Lambert-93, and its document, in the folders of the standard. */
function createArchive(): Uint8Array {
  const id = '200072460_PLUI_20240312';
  const rule = { NOMFIC: 'reglement.pdf', URLFIC: '', IDURBA: id, DATVALID: '20240312' };
  const zone = { LIBELLE: 'UA', LIBELONG: 'Centre', TYPEZONE: 'U', ...rule };
  const limit = { LIBELLE: 'Espace boisé', TXT: 'EBC', TYPEPSC: '01', STYPEPSC: '00', ...rule };
  const folder = '200072460_PLUi_20240312/Donnees_geographiques';
  const tables = { ZONE_URBA: zone, PRESCRIPTION_SURF: limit };
  const files = Object.entries(tables).flatMap(([name, properties]) => {
    const collection = squares(3);
    const features = collection.features.map((feature) => ({ ...feature, properties }));
    const options = ['-f', 'ESRI Shapefile', '-t_srs', 'EPSG:2154', '-lco', 'ENCODING=UTF-8'];
    const written = writeWithGdal(gdal, { ...collection, features }, `${name}.shp`, options);
    return Object.entries(written).map(([file, bytes]) => [`${folder}/${file}`, bytes] as const);
  });
  const text = (name: string, length: number) => ({ name, type: 'C' as const, length });
  const fields = [text('IDURBA', 30), text('TYPEDOC', 4), text('ETAT', 2), text('DATAPPRO', 8)];
  const document = createDbf(fields, [[id, 'PLUI', '03', '20240312']], strToU8);
  return zipSync({
    ...Object.fromEntries(files),
    [`${folder}/DOC_URBA.dbf`]: document,
    '200072460_PLUi_20240312/Pieces_ecrites/3_Reglement/reglement.pdf': strToU8('%PDF-1.4'),
  });
}

async function choose(page: Page, file: { name: string; mimeType: string; buffer: Buffer }) {
  await page.locator('input[data-input="files"]').setInputFiles(file);
  await page.getByRole('button', { name: 'Contrôler', exact: true }).waitFor({ timeout: 60_000 });
}

const step = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Étapes de la publication' }).getByText(name).click();

async function acceptAll(page: Page) {
  await page.locator('.publier-counts').waitFor({ timeout: 60_000 });
  for (const rule of await page.locator('.publier-rule[data-severity="warning"]').all()) {
    await rule.locator('summary').click();
    await rule.locator('.publier-accept input').check();
  }
}

async function describeLayer(page: Page) {
  await page.getByLabel('Producteur', { exact: true }).fill('Service SIG');
  await page.getByRole('combobox', { name: 'Licence' }).selectOption('Licence Ouverte 2.0');
}

/** Downloads the bundle of the last step; gives its path. */
async function download(page: Page, folder: string): Promise<string> {
  await step(page, 'Télécharger');
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Télécharger la publication' }).click();
  const file = await coming;
  const path = join(folder, file.suggestedFilename());
  await file.saveAs(path);
  await page.getByText(`npm run publish -- ${file.suggestedFilename()}`).waitFor();
  return path;
}

async function dropOnMap(page: Page, name: string, text: string) {
  const transfer = await page.evaluateHandle(
    ([file, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([content as string], file as string));
      return data;
    },
    [name, text],
  );
  await page.locator('main.stage').dispatchEvent('drop', { dataTransfer: transfer });
}

async function versionsIn(path: string): Promise<string[]> {
  const { layers } = await readBundle(new Uint8Array(await readFile(path)), path);
  const { versionOf } = await import('../../src/publish/write/encode-layer.ts');
  return (await Promise.all(layers.map(({ data }) => versionOf(data)))).sort();
}

async function readCatalogue(publicDir: string): Promise<Catalogue> {
  return JSON.parse(await readFile(join(publicDir, 'catalogue.json'), 'utf8'));
}
