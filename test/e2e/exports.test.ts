import { parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import Papa from 'papaparse';
import readSheet from 'read-excel-file/node';
import { expect, inject, it } from 'vitest';
import question from '../../data/examples/2-friches-pres-des-gares.json' with { type: 'json' };
import { readKml } from '../../src/publish/read/kml.ts';
import { exportFile, openExports } from '../helpers/export-file.ts';
import { openPage } from '../helpers/open-page.ts';
import { openPdf } from '../helpers/open-pdf.ts';
import { readWithGdal } from '../helpers/read-with-gdal.ts';
import { startGdalModule } from '../helpers/write-with-gdal.ts';

it('an answer is taken away in seven formats, and other readers find the same rows in each', async () => {
  const asked = encodeURIComponent(JSON.stringify(question.question));
  const { page, errors, requests } = await openPage(
    `${inject('siteUrl')}#/question?couches=communes&question=${asked}`,
    { acceptDownloads: true, withoutMap: true },
  );
  const heading = page.locator('.answer-count strong');
  await heading.waitFor({ timeout: 90_000 });
  const count = Number((await heading.textContent())?.replace(/\D/g, ''));
  await openExports(page);

  const csv = new TextDecoder().decode(await exportFile(page, 'csv'));
  const rows = Papa.parse<Record<string, string>>(csv.trim(), {
    header: true,
    delimiter: ';',
  }).data;
  const keys = rows.map((row) => row.site_id);
  expect(keys).toHaveLength(count);
  expect(new Set(keys).size).toBe(count);

  const [sheet, sources] = await readSheet(Buffer.from(await exportFile(page, 'xlsx')));
  const [, ...lines] = sheet!.data;
  expect(lines.map((cells) => cells[0])).toEqual(keys);
  expect(sources!.data.flat().join(' ')).toContain('Licence');

  const geojson = JSON.parse(new TextDecoder().decode(await exportFile(page, 'geojson')));
  expect(geojson.features.map(({ id }: { id: string }) => id)).toEqual(keys);
  expect(geojson.arpent.sources.length).toBeGreaterThan(1);

  const parquet = await exportFile(page, 'parquet');
  const records = await parquetReadObjects({ file: parquet.buffer as ArrayBuffer, compressors });
  expect(records.map(({ site_id }) => site_id)).toEqual(keys);

  const [kml] = readKml({ path: 'a.kml', bytes: await exportFile(page, 'kml') } as never);
  expect(kml?.table.columns.site_id).toEqual(keys);

  const gdal = await startGdalModule();
  const gpkg = { 'a.gpkg': await exportFile(page, 'gpkg') };
  const [layer] = readWithGdal(gdal, gpkg, 'a.gpkg', 'GPKG');
  expect(layer?.features.map(({ properties }) => properties?.site_id)).toEqual(keys);
  expect(layer?.crs).toBe('EPSG:2154');

  const { texts } = await openPdf(await exportFile(page, 'pdf'));
  const text = texts.join(' ').replace(/[\s\u200b]/g, '');
  expect(keys.filter((key) => !text.includes(key!.replace(/\s/g, '')))).toEqual([]);
  expect(text).toMatch(/Échelle1:\d+/);
  expect(text).toContain('seulledocumentopposablefaitfoi');

  expect(errors).toEqual([]);
  const foreign = requests.filter((url) => !url.startsWith(inject('siteUrl')));
  expect(foreign.filter((url) => !/^(blob|data):/.test(url))).toEqual([]);
});
