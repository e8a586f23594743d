import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src/domain/errors.ts';
import { unpack } from '../../../src/publish/read/archive/unpack.ts';
import { readFiles } from '../../../src/publish/read/read-files.ts';
import { failureSentence } from '../../../src/publish/strings/failure-sentence.ts';
import { createShp } from '../../helpers/create-shapefile.ts';

const context = { gdal: () => Promise.reject(new Error('no GDAL here')) };
const feature = (x: number, properties: object = {}) =>
  JSON.stringify({
    type: 'Feature',
    properties,
    geometry: { type: 'Point', coordinates: [x, 50] },
  });
const collection = (...features: string[]) =>
  `{"type":"FeatureCollection","features":[${features.join(',')}]}`;
const file = (path: string, content: string | Uint8Array) => ({
  path,
  bytes: new Uint8Array(typeof content === 'string' ? Buffer.from(content) : content),
});
const names = async (...files: ReturnType<typeof file>[]) =>
  (await readFiles(files, context)).map(({ name }) => name);
const sentence = async (...files: ReturnType<typeof file>[]) => {
  const error = await readFiles(files, context).catch((thrown: unknown) => thrown);
  if (!(error instanceof AppError)) throw new Error('no AppError');
  return failureSentence(error);
};

describe('reading what was handed over', () => {
  it('gives every table of a folder, by path, and passes over what is no data', async () => {
    const given = [
      file('d/b.geojson', collection(feature(2))),
      file('d/a.csv', 'x;y\n1;2'),
      file('d/a.qml', '<!DOCTYPE qgis>'),
      file('d/reglement.pdf', '%PDF'),
      file('d/meta.xml', '<gmd:MD_Metadata/>'),
      file('d/lisezmoi.txt', 'Bonjour.\nVoici les données, comme convenu.\nAu revoir'),
      file('d/schema.json', '{"fields":[]}'),
    ];
    expect(await names(...given)).toEqual(['a', 'b']);
  });

  it('tells a format by its content where the name lies or says nothing', async () => {
    const zip = zipSync({ 'x.geojson': Buffer.from(collection(feature(2))) });
    expect(await names(file('couche.shp', collection(feature(2))))).toEqual(['couche']);
    expect(await names(file('couche', collection(feature(2))))).toEqual(['couche']);
    expect(await names(file('couche.bin', createShp([null])))).toEqual(['couche']);
    expect(await names(...unpack([file('couche', zip)]))).toEqual(['x']);
  });

  it('reads a feature a line, with record separators too', async () => {
    const lines = `${feature(2, { n: 1 })}\n\x1e${feature(3, { n: 2 })}\n`;
    for (const path of ['a.geojsonl', 'a.ndjson', 'a.geojson']) {
      const [table] = await readFiles([file(path, lines)], context);
      expect(table?.table.columns.n).toEqual([1, 2]);
    }
    expect(await sentence(file('a.ndjson', `${feature(2)}\n{"type":`))).toMatch(
      /ligne 2, colonne 9/,
    );
  });

  it('cuts a large file at its features, and still says where it breaks', async () => {
    const note = 'x'.repeat(1000);
    const many = Array.from({ length: 3000 }, (_, i) =>
      feature(i / 1000, { i, note: `"[{,${note}` }),
    );
    const text = collection(...many).replace('}', '}\n');
    const [table] = await readFiles([file('a.geojson', text)], context);
    expect(table?.table.columns.i).toEqual(Array.from({ length: 3000 }, (_, i) => i));
    const broken = `{"type":"FeatureCollection","features":[\n${many.join(',\n')}]}`;
    const fault = broken.replace('"i":2500', '"i":25oo');
    expect(await sentence(file('a.geojson', fault))).toMatch(/ligne 2502, colonne/);
    expect(await sentence(file('a.geojson', broken.slice(0, -2)))).toMatch(/ligne 3001/);
  });

  it('tells of integers that lose their last digits, and of text that is not UTF-8', async () => {
    const long = feature(2, { code: 'é' }).replace('"é"', '62119000000000000123,"nom":"é"');
    const bytes = new Uint8Array(Buffer.from(collection(long), 'latin1'));
    const [table] = await readFiles([{ path: 'a.geojson', bytes }], context);
    expect(table?.table.columns.nom).toEqual(['é']);
    expect(table?.findings.map(({ rule, field }) => [rule, field])).toEqual([
      ['source.encoding-guessed', undefined],
      ['source.integers-rounded', 'code'],
    ]);
  });

  it('says what a delivery without data holds, and what is read', async () => {
    const said = await sentence(file('a.pdf', '%PDF'), file('b.doc', 'x'));
    expect(said).toMatch(/2 fichiers \(pdf, doc\)/);
    expect(said).toMatch(/GeoParquet, Shapefile, CSV/);
    expect(await sentence(file('a.geojson', '<!doctype html><html>'))).toMatch(/page web/);
    expect(await sentence(file('a.geojson', ''))).toMatch(/vide/);
  });

  it('names one broken file among others, and all of several', async () => {
    const good = file('bon.geojson', collection(feature(2)));
    const broken = (name: string) => file(name, '{"type":"FeatureCollection","features":[');
    expect(await sentence(good, broken('mauvais.geojson'))).toMatch(/^« mauvais.geojson »/);
    const said = await sentence(good, broken('m1.geojson'), broken('m2.geojson'));
    expect(said).toMatch(/2 fichiers/);
    expect(said).toMatch(/« m1.geojson »/);
    expect(said).toMatch(/« m2.geojson »/);
  });
});
