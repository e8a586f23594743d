import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FeatureCollection } from 'geojson';
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import { hexToRgb } from '../../src/domain/style/colour.ts';
import { CHANGE_COLOURS } from '../../src/map/style/change-symbols.ts';
import { createSquare } from '../helpers/create-layer.ts';
import { createSite } from '../helpers/create-site.ts';
import { openPage } from '../helpers/open-page.ts';

/** Name of each zone → its place, degrees east of the first, and its surface: what a version has. */
type Zones = Record<string, [place: number, surface: number]>;

const BEFORE: Zones = { Alpha: [0, 1], Bravo: [0.02, 2], Charlie: [0.04, 3], Delta: [0.06, 4] };
const AFTER: Zones = { Alpha: [0, 1], Bravo: [0.023, 2], Charlie: [0.04, 33], Echo: [0.08, 5] };
const VIEW = 'vue=2.645,50.505,12';

it('two versions are compared on the map by a link that reopens, and a link that pins the older one opens it', async () => {
  const site = await createSite();
  const versionOf = async (zones: Zones) => {
    const file = join(site.folder, 'zones.geojson');
    await writeFile(file, JSON.stringify(toGeoJson(zones)));
    await site.publish(file, '--layer', 'zones', '--title', 'Zones', '--accept');
    const catalogue = await readFile(join(site.publicDir, 'catalogue.json'), 'utf8');
    return (JSON.parse(catalogue) as Catalogue).layers[0]?.file.version;
  };
  const older = await versionOf(BEFORE);
  const served = await versionOf(AFTER);
  const { page, errors } = await openPage(`${site.url}#/donnees?couche=zones&${VIEW}`);

  await page.getByRole('button', { name: /^Comparer la version du/ }).click();
  await expectCounts(page);
  await expect.poll(() => seenColours(page), { timeout: 60_000 }).toEqual(ALL_SEEN);
  await page
    .getByRole('button', { name: /Attributs modifiés/ })
    .first()
    .click();
  await page.locator('.field-changes').getByText('33', { exact: true }).waitFor();
  expect(page.url()).toContain(`couche=zones&de=${older}&a=${served}`);

  const link = page.url();
  await page.goto('about:blank');
  await page.goto(link);
  await expectCounts(page);
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: 'Versions' }).waitFor();
  expect(page.url()).not.toContain('de=');

  const question = {
    target: 'zones',
    where: { kind: 'compare', field: 'surface', op: '>', value: 3 },
  };
  const asked = encodeURIComponent(JSON.stringify(question));
  await page.goto('about:blank');
  await page.goto(`${site.url}#/question?question=${asked}&versions=zones:${older}`);
  await page.getByText(/^Vous regardez la version du/).waitFor();
  const answer = page.locator('.answer-count strong');
  await expect.poll(() => answer.textContent(), { timeout: 60_000 }).toBe('1');
  await page.getByRole('button', { name: 'Voir la version actuelle' }).click();
  await expect.poll(() => answer.textContent(), { timeout: 60_000 }).toBe('2');

  await page.evaluate(() => {
    location.hash = '#/carte?versions=zones:deadbeef';
  });
  await page.getByText(/n’est plus conservée/).waitFor();
  expect(errors).toEqual([]);
});

function toGeoJson(zones: Zones): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: Object.entries(zones).map(([nom, [place, surface]]) => ({
      type: 'Feature',
      geometry: createSquare(2.6 + place, 50.5, 0.01),
      properties: { id: `Z-${nom}`, nom, surface },
    })),
  };
}

async function expectCounts(page: Page): Promise<void> {
  await page.locator('.diff-counts').waitFor();
  expect(await page.locator('.diff-counts li').allTextContents()).toEqual([
    '1 ajout',
    '1 suppression',
    '1 forme modifiée',
    '1 fiche modifiée, forme inchangée',
  ]);
}

const ALL_SEEN = { added: true, removed: true, moved: true, edited: true };

/** The kinds of change whose colour stands in the map's picture. */
async function seenColours(page: Page): Promise<Record<string, boolean>> {
  const picture = (await page.locator('.map canvas').screenshot()).toString('base64');
  const colours = Object.entries(CHANGE_COLOURS).map(
    ([kind, hex]) => [kind, hexToRgb(hex)] as const,
  );
  return page.evaluate(
    async ({ source, wanted }) => {
      const image = new Image();
      image.src = `data:image/png;base64,${source}`;
      await image.decode();
      const canvas = Object.assign(document.createElement('canvas'), {
        width: image.width,
        height: image.height,
      });
      const context = canvas.getContext('2d') as CanvasRenderingContext2D;
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, image.height);
      const isThere = (colour: readonly number[]) => {
        for (let i = 0; i < data.length; i += 4) {
          if (colour.every((value, c) => Math.abs(value - (data[i + c] as number)) < 14))
            return true;
        }
        return false;
      };
      return Object.fromEntries(wanted.map(([kind, colour]) => [kind, isThere(colour)]));
    },
    { source: picture, wanted: colours },
  );
}
