import type { Geometry, Position } from 'geojson';
import { STORAGE_CRS } from '../../domain/crs.ts';
import { AppError } from '../../domain/errors.ts';
import { featuresToRows, type GeoJsonFeature } from '../../loaders/geojson.ts';
import { parseXml, type XmlNode } from '../metadata/xml-tree.ts';
import type { SourceFile } from '../source-file.ts';
import type { SourceTable } from './source.ts';
import { featureFindings } from './source-findings.ts';
import { unpack } from './unpack.ts';

/**
 * The placemarks of a KML, or of the first KML of a KMZ, a table for each folder or document that has some: degrees, longitude
 * first. Fields are `name`, `description` and what `ExtendedData` holds, all text, which GDAL's own reader leaves out.
 * Styles, overlays and what a link would fetch are no data. Source: OGC KML 2.3 (12-007r2).
 * @throws {AppError} `source-unreadable` with the reason `kml` when it is XML of another kind, `no-kml` for a KMZ without one,
 * or what `parseXml` and `unpack` say.
 */
export function readKml(file: SourceFile): SourceTable[] {
  const kml = /\.kmz$/i.test(file.path) ? kmlOf(file) : file;
  const root = parseXml(kml.bytes, file.path, MAX_BYTES);
  if (root.name !== 'kml') throw unreadable(file.path, 'kml');
  const tables = new Map<string, GeoJsonFeature[]>();
  const name = file.path.replace(/^.*\//, '').replace(/\.km[lz]$/i, '');
  for (const container of containersOf(root, name)) {
    if (container.placemarks.length === 0) continue;
    tables.set(freeName(container.name, tables), container.placemarks.map(toFeature));
  }
  return [...tables].map(([table, features]) => {
    const { table: rows, fields, ...seen } = featuresToRows(features);
    const findings = featureFindings(seen);
    return { name: table, path: file.path, table: rows, fields, crs: STORAGE_CRS, findings };
  });
}

/** The first KML of a KMZ is the one to show (OGC KML 2.3, annex C). */
function kmlOf(kmz: SourceFile): SourceFile {
  const inner = unpack([{ ...kmz, path: `${kmz.path}.zip` }]);
  const kml = inner.find(({ path }) => /\.kml$/i.test(path));
  if (!kml) throw unreadable(kmz.path, 'no-kml');
  return kml;
}

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

function toFeature(placemark: XmlNode): GeoJsonFeature {
  const extended = children(placemark, 'ExtendedData');
  const data = extended.flatMap((node) => children(node, 'Data'));
  const simple = extended
    .flatMap((node) => children(node, 'SchemaData'))
    .flatMap((node) => children(node, 'SimpleData'));
  const named = ['name', 'description'].flatMap((field) => children(placemark, field));
  const properties: [string, string | null][] = [
    ...named.map(({ name, text }): [string, string | null] => [name, text || null]),
    ...data.map((node): [string, string | null] => [nameOf(node), textOf(node, 'value')]),
    ...simple.map((node): [string, string | null] => [nameOf(node), node.text || null]),
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
