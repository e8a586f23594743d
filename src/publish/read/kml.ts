import type { Geometry, Position } from 'geojson';
import { STORAGE_CRS } from '../../domain/crs.ts';
import { AppError } from '../../domain/errors.ts';
import { featuresToRows, type GeoJsonFeature } from '../../loaders/geojson.ts';
import { parseXml, type XmlNode } from '../metadata/xml-tree.ts';
import type { SourceFile } from '../source-file.ts';
import { unpack } from './archive/unpack.ts';
import type { SourceTable } from './source.ts';
import { featureFindings } from './source-findings.ts';

/**
 * The placemarks of a KML, or of every KML of a KMZ (QGIS writes one for each layer beside the first, which only links to
 * them), a table for each folder or document that has some: degrees, longitude first. Fields are `name`, `description`, which
 * are text, and what `ExtendedData` holds, text too but for numbers and booleans that a `Schema` declares; GDAL's own reader
 * leaves them out. Styles, overlays and what a link would fetch from elsewhere are no data. Source: OGC KML 2.3 (12-007r2).
 * @throws {AppError} `source-unreadable` with the reason `kml` when it is XML of another kind, `no-kml` for a KMZ without one,
 * or what `parseXml` and `unpack` say.
 */
export function readKml(file: SourceFile): SourceTable[] {
  const tables = new Map<string, GeoJsonFeature[]>();
  const kmls = /\.kmz$/i.test(file.path) ? kmlsOf(file) : [file];
  for (const [index, kml] of kmls.entries()) {
    const root = parseXml(kml.bytes, file.path, MAX_BYTES);
    if (root.name !== 'kml') throw unreadable(file.path, 'kml');
    const types = declaredTypes(root);
    const name = nameOfFile(index === 0 ? file.path : kml.path);
    for (const container of containersOf(root, name)) {
      if (container.placemarks.length === 0) continue;
      const features = container.placemarks.map((placemark) => toFeature(placemark, types));
      tables.set(freeName(container.name, tables), features);
    }
  }
  return [...tables].map(([table, features]) => {
    const { table: rows, fields, ...seen } = featuresToRows(features);
    const findings = featureFindings(seen);
    return { name: table, path: file.path, table: rows, fields, crs: STORAGE_CRS, findings };
  });
}

/** The first KML of a KMZ is the one to show (OGC KML 2.3, annex C); others hold what it links to. */
function kmlsOf(kmz: SourceFile): SourceFile[] {
  const inner = unpack([{ ...kmz, path: `${kmz.path}.zip` }]);
  const kmls = inner.filter(({ path }) => /\.kml$/i.test(path));
  if (kmls.length === 0) throw unreadable(kmz.path, 'no-kml');
  return kmls;
}

function nameOfFile(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.km[lz]$/i, '');
}

/** Name of each field that a schema declares as a number or a boolean → the type it declares. */
function declaredTypes(node: XmlNode): Map<string, string> {
  const own = children(node, 'Schema').flatMap((schema) =>
    children(schema, 'SimpleField').map(({ attributes }): [string, string] => {
      return [`#${schema.attributes.id}/${attributes.name}`, attributes.type ?? ''];
    }),
  );
  const inner = children(node, 'Document').flatMap((document) => [...declaredTypes(document)]);
  return new Map([...own, ...inner]);
}

/** A value as its declared type has it; text that is not of the type stays text. */
function typedValue(text: string, type: string | undefined): string | number | boolean | null {
  if (text === '') return null;
  if (type && NUMBERS.has(type) && /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text))
    return Number(text);
  if (type === 'bool' && /^(0|1|true|false)$/i.test(text)) return /^(1|true)$/i.test(text);
  return text;
}

const NUMBERS = new Set(['int', 'uint', 'short', 'ushort', 'float', 'double']);

/** Its elements take some ten times as much memory. */
const MAX_BYTES = 100_000_000;

/** The placemarks that stand in one folder or document. */
interface Container {
  name: string;
  placemarks: XmlNode[];
}

function containersOf(node: XmlNode, name: string): Container[] {
  const inner = ['Document', 'Folder'].flatMap((kind) => children(node, kind));
  return [
    { name, placemarks: children(node, 'Placemark') },
    ...inner.flatMap((child) => containersOf(child, textOf(child, 'name') ?? name)),
  ];
}

function freeName(name: string, taken: Map<string, unknown>): string {
  let free = name;
  for (let count = 2; taken.has(free); count++) free = `${name} (${count})`;
  return free;
}

function toFeature(placemark: XmlNode, types: ReadonlyMap<string, string>): GeoJsonFeature {
  const extended = children(placemark, 'ExtendedData');
  const data = extended.flatMap((node) => children(node, 'Data'));
  const named = ['name', 'description'].flatMap((field) => children(placemark, field));
  const properties = [
    ...named.map(({ name, text }) => [name, text || null]),
    ...data.map((node) => [nameOf(node), textOf(node, 'value')]),
    ...extended
      .flatMap((node) => children(node, 'SchemaData'))
      .flatMap((schema) =>
        children(schema, 'SimpleData').map((node) => {
          const type = types.get(`${schema.attributes.schemaUrl}/${nameOf(node)}`);
          return [nameOf(node), typedValue(node.text, type)];
        }),
      ),
  ];
  const geometries = geometriesOf(placemark);
  const geometry: Geometry | null =
    geometries.length > 1 ? { type: 'GeometryCollection', geometries } : (geometries[0] ?? null);
  return { type: 'Feature', properties: Object.fromEntries(properties), geometry };
}

function nameOf({ attributes }: XmlNode): string {
  return attributes.name ?? '';
}

function geometriesOf(node: XmlNode): Geometry[] {
  return [
    ...children(node, 'Point').map((point): Geometry => {
      return { type: 'Point', coordinates: positionsOf(point)[0] ?? [] };
    }),
    ...['LineString', 'LinearRing'].flatMap((kind) =>
      children(node, kind).map((line): Geometry => {
        return { type: 'LineString', coordinates: positionsOf(line) };
      }),
    ),
    ...children(node, 'Polygon').map((polygon): Geometry => {
      return { type: 'Polygon', coordinates: ringsOf(polygon) };
    }),
    ...children(node, 'Track').map((track): Geometry => {
      const coordinates = children(track, 'coord').map((coord) => numbers(coord.text, /\s+/));
      return { type: 'LineString', coordinates };
    }),
    ...['MultiGeometry', 'MultiTrack'].flatMap((kind) =>
      children(node, kind).flatMap(geometriesOf),
    ),
  ];
}

function ringsOf(polygon: XmlNode): Position[][] {
  return ['outerBoundaryIs', 'innerBoundaryIs']
    .flatMap((kind) => children(polygon, kind))
    .flatMap((boundary) => children(boundary, 'LinearRing').map(positionsOf));
}

function positionsOf(node: XmlNode): Position[] {
  const text = textOf(node, 'coordinates') ?? '';
  // Some software writes a space after the comma.
  const tuples = text.replace(/\s*,\s*/g, ',').split(/\s+/);
  return tuples.filter((tuple) => tuple !== '').map((tuple) => numbers(tuple, ','));
}

function numbers(text: string, separator: string | RegExp): Position {
  return text.split(separator).map((part) => (part === '' ? Number.NaN : Number(part)));
}

function children(node: XmlNode, name: string): XmlNode[] {
  return node.children.filter((child) => child.name === name);
}

function textOf(node: XmlNode, name: string): string | null {
  return children(node, name)[0]?.text || null;
}

function unreadable(source: string, reason: string): AppError {
  return new AppError('source-unreadable', `${source}: ${reason}`, { source, reason });
}
