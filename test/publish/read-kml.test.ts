import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../src/domain/errors.ts';
import { readKml } from '../../src/publish/read/kml.ts';

const kml = (inner: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2">${inner}</kml>`;
const placemark = (name: string, inner: string) =>
  `<Placemark><name>${name}</name>${inner}</Placemark>`;
const point = '<Point><coordinates>2.6,50.5,12</coordinates></Point>';
const line = '<LineString><coordinates>\n 2.6, 50.5 2.7, 50.6\n</coordinates></LineString>';
const ring =
  '<LinearRing><coordinates>2.6,50.5 2.7,50.6 2.7,50.5 2.6,50.5</coordinates></LinearRing>';
const polygon = `<Polygon><outerBoundaryIs>${ring}</outerBoundaryIs></Polygon>`;

const read = (text: string, path = 'dossier/sites.kml') =>
  readKml({ path, bytes: new TextEncoder().encode(text) });

describe('a KML file', () => {
  it('gives a table for each folder that has placemarks, named apart', () => {
    const folder = (inner: string) => `<Folder><name>Sites</name>${inner}</Folder>`;
    const tables = read(
      kml(
        `<Document>${placemark('A', point)}${folder(placemark('B', line))}` +
          `${folder(placemark('C', polygon) + placemark('D', ''))}<Folder/></Document>`,
      ),
    );
    expect(tables.map(({ name, table }) => [name, [...table.geometry.kinds]])).toEqual([
      ['sites', [1]],
      ['Sites', [2]],
      ['Sites (2)', [3, 0]],
    ]);
    expect([...tables[1]!.table.geometry.xy]).toEqual([2.6, 50.5, 2.7, 50.6]);
    expect(tables[0]).toMatchObject({ crs: 'OGC:CRS84', path: 'dossier/sites.kml' });
    expect(tables[0]?.findings.map(({ rule }) => rule)).toEqual(['source.heights-dropped']);
  });

  it('keeps the attributes of both kinds, as text', () => {
    const data = '<Data name="n"><value>3</value></Data>';
    const schema = '<SchemaData><SimpleData name="code">007</SimpleData></SchemaData>';
    const [table] = read(
      kml(placemark('Béthune &amp; Lens', `<ExtendedData>${data}${schema}</ExtendedData>${point}`)),
    );
    expect(table?.table.columns).toEqual({ name: ['Béthune & Lens'], n: ['3'], code: ['007'] });
  });

  it('has numbers and booleans where its schema declares them, and text where a value is none', () => {
    const declared = ['n int', 'part double', 'vrai bool', 'code string', 'faux int'].map(
      (field) => {
        const [name, type] = field.split(' ');
        return `<SimpleField name="${name}" type="${type}"/>`;
      },
    );
    const row = (...values: string[]) => {
      const data = ['n', 'part', 'vrai', 'code', 'faux'].map(
        (name, i) => `<SimpleData name="${name}">${values[i]}</SimpleData>`,
      );
      return `<Placemark><ExtendedData><SchemaData schemaUrl="#s">${data.join('')}</SchemaData></ExtendedData>${point}</Placemark>`;
    };
    const schema = `<Schema id="s" name="s">${declared.join('')}</Schema>`;
    const [table] = read(
      kml(
        `<Document>${schema}${row('3', '0.5', '1', '007', 'x')}${row('', '-1', 'false', '', '2')}</Document>`,
      ),
    );
    expect(table?.table.columns).toMatchObject({
      n: [3, null],
      part: [0.5, -1],
      vrai: [true, false],
      code: ['007', null],
    });
    expect(table?.fields.map(({ type }) => type)).toEqual([
      'integer',
      'number',
      'boolean',
      'text',
      'text',
    ]);
  });

  it('in a KMZ may only link to the others there: all are read', () => {
    const text = (inner: string) => new TextEncoder().encode(kml(inner));
    const link = '<NetworkLink><Link><href>layers/zones.kml</href></Link></NetworkLink>';
    const bytes = zipSync({
      'doc.kml': text(`<Document>${link}</Document>`),
      'layers/zones.kml': text(placemark('A', polygon)),
    });
    const tables = readKml({ path: 'a.kmz', bytes: new Uint8Array(bytes) });
    expect(tables.map(({ name, table }) => [name, table.geometry.length])).toEqual([['zones', 1]]);
  });

  it('takes several geometries of a placemark, a track too', () => {
    const track =
      '<gx:Track xmlns:gx="g"><gx:coord>2.6 50.5 0</gx:coord><gx:coord>2.7 50.6 0</gx:coord></gx:Track>';
    const [table] = read(
      kml(
        placemark('A', `<MultiGeometry>${polygon}${polygon}</MultiGeometry>`) +
          placemark('B', track),
      ),
    );
    expect([...table!.table.geometry.kinds]).toEqual([3, 2]);
    expect([...table!.table.geometry.partOffsets]).toEqual([0, 2, 3]);
  });

  it('a position that is no number is a fault of its row', () => {
    const [table] = read(
      kml(
        placemark('A', '<Point><coordinates>2.6,x</coordinates></Point>') + placemark('B', point),
      ),
    );
    expect(table?.table.faults).toEqual([expect.objectContaining({ row: 0 })]);
  });

  it('comes out of a KMZ', () => {
    const bytes = zipSync({ 'doc.kml': new TextEncoder().encode(kml(placemark('A', point))) });
    const tables = readKml({ path: 'a.kmz', bytes: new Uint8Array(bytes) });
    expect(tables.map(({ name, path }) => [name, path])).toEqual([['a', 'a.kmz']]);
  });

  it.each([
    ['<gpx/>', 'kml'],
    ['<!DOCTYPE kml [<!ENTITY a "b">]><kml>&a;</kml>', 'xml-doctype'],
    ['<kml><Document>', 'xml'],
  ])('%s is refused for the reason %s', (text, reason) => {
    expect(() => read(text)).toThrow(AppError);
    expect(() => read(text)).toThrow(
      expect.objectContaining({ context: expect.objectContaining({ reason }) }),
    );
  });

  it('a KMZ without KML is refused', () => {
    const bytes = zipSync({ 'a.png': new Uint8Array(3) });
    expect(() => readKml({ path: 'a.kmz', bytes: new Uint8Array(bytes) })).toThrow(
      expect.objectContaining({ context: { source: 'a.kmz', reason: 'no-kml' } }),
    );
  });
});
