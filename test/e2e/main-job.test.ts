import type { Page } from 'playwright';
import { expect, inject, it } from 'vitest';
import question from '../../data/examples/1-terrains-au-pres-des-zones-inondables.json' with {
  type: 'json',
};
import { type Catalogue, findLayer, parseCatalogue } from '../../src/domain/catalogue.ts';
import { PROJ_DEFINITIONS } from '../../src/domain/crs.ts';
import { exportFile, openExports } from '../helpers/export-file.ts';
import { openPage } from '../helpers/open-page.ts';
import {
  isNear,
  type OracleFeature,
  oracleArea,
  readOraclePolygons,
  sharedArea,
} from '../helpers/oracle.ts';
import { showLayer } from '../helpers/show-layer.ts';

const OVERLAID = ['ppr', 'zae', 'friches', 'itineraires_cyclables'];

it('a planner overlays layers, asks the question and takes the answer away', {
  timeout: 300_000,
}, async () => {
  const { page, requests, errors } = await openPage(inject('siteUrl'), { acceptDownloads: true });

  const catalogue = await readCatalogue();
  for (const id of OVERLAID) {
    const { title } = findLayer(catalogue, id);
    await showLayer(page, title);
  }
  await page.getByRole('button', { name: 'Question', exact: true }).click();
  await page.getByRole('button', { name: question.title }).click();
  await page.getByRole('button', { name: 'Poser la question' }).click();
  const count = await readCount(page);

  const expected = await answerByBruteForce(catalogue);
  expect(expected.length).toBeGreaterThan(10);
  expect(count).toBe(expected.length);

  expect(await exportedIds(page)).toEqual(expected);

  const table = page.getByRole('grid');
  await table.getByRole('row').nth(1).waitFor();
  expect(Number(await table.getAttribute('aria-rowcount'))).toBe(count + 1);

  expect(errors).toEqual([]);
  const foreign = requests.filter((url) => !url.startsWith(inject('siteUrl')));
  expect(foreign.filter((url) => !/^(blob|data):/.test(url))).toEqual([]);
});

async function readCatalogue(): Promise<Catalogue> {
  const response = await fetch(new URL('catalogue.json', inject('siteUrl')));
  return parseCatalogue(await response.json());
}

/** Parcel ids of the CSV that the page gives, sorted. */
async function exportedIds(page: Page): Promise<string[]> {
  await openExports(page);
  const csv = new TextDecoder().decode(await exportFile(page, 'csv'));
  await page.keyboard.press('Escape');
  return csvColumn(csv, 'id').sort();
}

/** The number in the heading of the answer, once it is there. */
async function readCount(page: Page): Promise<number> {
  const heading = page.locator('.answer-count strong');
  await heading.waitFor({ timeout: 90_000 });
  return Number((await heading.textContent())?.replace(/\D/g, ''));
}

/** Ids of the parcels that meet the question, by reading the files again and comparing each with each. */
async function answerByBruteForce(catalogue: Catalogue): Promise<string[]> {
  const read = (id: string, isWanted: (properties: OracleFeature['properties']) => boolean) => {
    const { path } = findLayer(catalogue, id).file;
    const proj = PROJ_DEFINITIONS[catalogue.territory.metricCrs];
    return readOraclePolygons(`public/${path}`, proj, isWanted);
  };
  const [parcels, toUrbanise, flooded] = [
    await read('parcelles', ({ contenance }) => Number(contenance) > 2000),
    await read('zone_urba', ({ TYPEZONE: type }) => ['AUc', 'AUs'].includes(String(type))),
    await read('ppr', ({ typereglement: rule }) => ['02', '03', '04'].includes(String(rule))),
  ];
  return parcels
    .filter((parcel) => {
      const shared = toUrbanise.reduce((sum, zone) => sum + sharedArea(parcel, zone), 0);
      return shared >= 0.5 * oracleArea(parcel);
    })
    .filter((parcel) => flooded.some((zone) => isNear(parcel, zone, 100)))
    .map(({ properties }) => String(properties.id))
    .sort();
}

function csvColumn(csv: string, name: string): string[] {
  const [head = '', ...lines] = csv.replace('\uFEFF', '').trim().split('\r\n');
  const index = head.split(';').indexOf(name);
  return lines.map((line) => line.split(';')[index] as string);
}
