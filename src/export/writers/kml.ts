import type { Geometry, Position } from 'geojson';
import type { Value } from '../../domain/feature.ts';
import type { FieldType } from '../../domain/layer.ts';
import { withoutControls, xmlText } from '../../domain/xml-text.ts';
import { rowToGeometry } from '../../geo/to-geojson.ts';
import { describeInText } from '../describe-content.ts';
import type { WriteContent } from '../export-content.ts';
import { plainColumns } from '../plain-columns.ts';
import { exportStrings } from '../strings.ts';
import { withoutGeometry } from './geojson.ts';
import { rewind } from './rewind.ts';

/**
 * KML 2.3 (OGC 12-007r2): WGS 84, longitude first. Columns are `SchemaData`, so that they keep their type; a null has no
 * `SimpleData`. Where the file comes from stands in the description of the document.
 */
export const writeKml: WriteContent = async (content) => {
  const { columns, rows, remarks } = plainColumns(content, []);
  const geometry = content.geometry && rewind(content.geometry);
  const key = content.columns.findIndex(({ name }) => name === content.key);
  const schema = columns.map(
    ({ name, label, type }, i) =>
      `<SimpleField type="${hasLong(rows, i) ? TYPES.number : TYPES[type]}" name="${xmlText(name)}"><displayName>${xmlText(label)}</displayName></SimpleField>`,
  );
  const placemarks = rows.map((cells, row) => {
    const data = columns.map(({ name }, i) => {
      const value = cells[i] ?? null;
      if (value === null) return '';
      return `<SimpleData name="${xmlText(name)}">${xmlText(toText(value))}</SimpleData>`;
    });
    const shape = geometry && rowToGeometry(geometry, row);
    const name = key < 0 ? String(row + 1) : String(cells[key] ?? '');
    return `<Placemark><name>${xmlText(name)}</name><ExtendedData><SchemaData schemaUrl="#lignes">${data.join('')}</SchemaData></ExtendedData>${shape ? geometryText(shape) : ''}</Placemark>\n`;
  });
  const head = `<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>${xmlText(content.title)}</name><description>${xmlText(describeInText(content, 'EPSG:4326'))}</description>\n<Schema name="lignes" id="lignes">${schema.join('')}</Schema>\n<Folder><name>${xmlText(content.name)}</name>\n`;
  const cleaned = rows.flat().filter((value) => {
    return typeof value === 'string' && withoutControls(value) !== value;
  }).length;
  return {
    blob: new Blob([head, ...placemarks, '</Folder></Document></kml>\n'], {
      type: 'application/vnd.google-earth.kml+xml',
    }),
    remarks: [
      ...remarks,
      ...withoutGeometry(geometry),
      ...(cleaned > 0 ? [exportStrings.remarks.controls(cleaned)] : []),
    ],
  };
};

/** A flag as a figure, which XML Schema allows: GDAL reads `true` as 0. */
function toText(value: NonNullable<Value>): string {
  return typeof value === 'boolean' ? String(Number(value)) : String(value);
}

/** Whether a column has integers beyond the 32 bits of an `int`. */
function hasLong(rows: Value[][], column: number): boolean {
  return rows.some(
    (row) => Number.isInteger(row[column]) && Math.abs(Number(row[column])) > MAX_INT,
  );
}

const MAX_INT = 2 ** 31 - 1;

const TYPES: Record<FieldType, string> = {
  text: 'string',
  date: 'string',
  integer: 'int',
  number: 'double',
  boolean: 'bool',
};

function geometryText(geometry: Geometry): string {
  switch (geometry.type) {
    case 'Point':
      return `<Point>${coordinates([geometry.coordinates])}</Point>`;
    case 'LineString':
      return `<LineString>${coordinates(geometry.coordinates)}</LineString>`;
    case 'Polygon':
      return polygon(geometry.coordinates);
    case 'MultiPoint':
      return multi(geometry.coordinates.map((at) => `<Point>${coordinates([at])}</Point>`));
    case 'MultiLineString':
      return multi(
        geometry.coordinates.map((line) => `<LineString>${coordinates(line)}</LineString>`),
      );
    case 'MultiPolygon':
      return multi(geometry.coordinates.map(polygon));
    default:
      return '';
  }
}

function polygon([shell = [], ...holes]: Position[][]): string {
  const ring = (positions: Position[]) => `<LinearRing>${coordinates(positions)}</LinearRing>`;
  const inner = holes.map((hole) => `<innerBoundaryIs>${ring(hole)}</innerBoundaryIs>`).join('');
  return `<Polygon><outerBoundaryIs>${ring(shell)}</outerBoundaryIs>${inner}</Polygon>`;
}

function multi(parts: string[]): string {
  return `<MultiGeometry>${parts.join('')}</MultiGeometry>`;
}

function coordinates(positions: Position[]): string {
  return `<coordinates>${positions.map((position) => position.join(',')).join(' ')}</coordinates>`;
}
