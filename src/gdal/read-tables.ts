import { AppError } from '../domain/errors.ts';
import type { FieldType } from '../domain/layer.ts';
import { crsOf, type GdalCrs } from './crs.ts';
import { extensionOf, GDAL_FORMATS, type GdalFormat } from './formats.ts';
import type { GdalField, GdalTable } from './gdal.ts';
import type { GdalModule } from './gdal-module.ts';
import { declaresEntities } from './xml-entities.ts';

/** What `readTables` of `Gdal` does, in the thread that holds GDAL. The files are removed again, whatever happens. */
export function readTables(
  gdal: GdalModule,
  files: Record<string, Uint8Array>,
  main: string,
): GdalTable[] {
  const format = GDAL_FORMATS[extensionOf(main)];
  if (!format) throw new AppError('format-unknown', `${main}: not for GDAL`, { source: main });
  for (const [path, bytes] of Object.entries(files)) {
    if ((format.isXml || /xsd|gfs/.test(extensionOf(path))) && declaresEntities(bytes)) {
      throw unreadable(main, 'xml-entities', `${path} declares entities`);
    }
  }
  if (format.driver === 'EDIGEO') checkLots(files[main], main);
  gdal.makeFolder(ROOT);
  try {
    for (const [path, bytes] of Object.entries(files)) gdal.writeFile(inside(path), bytes);
    gdal.takeMessages();
    return gdal.withDataset(inside(main), format.driver, (dataset) => {
      const opening = gdal.takeMessages();
      if (!dataset) throw unreadable(main, 'gdal', opening.join('\n'));
      return readLayers(gdal, main, dataset, opening);
    });
  } finally {
    gdal.takeMessages();
    gdal.remove(ROOT);
  }
}

/** GDAL reads the first lot of an exchange and says nothing of the others. */
function checkLots(thf: Uint8Array | undefined, main: string): void {
  const lots = new TextDecoder('latin1').decode(thf).match(/^LONSA\d\d:/gm)?.length ?? 0;
  if (lots > 1) throw unreadable(main, 'edigeo-lots', `${lots} lots`);
}

const ROOT = '/source';
const OUTPUT = `${ROOT}/out.geojson`;

/** A path below `ROOT`, whatever it says. */
function inside(path: string): string {
  const parts = path.split(/[/\\\0]/).filter((part) => !/^\.{0,2}$/.test(part));
  return [ROOT, 'files', ...parts].join('/');
}

function readLayers(
  gdal: GdalModule,
  main: string,
  dataset: number,
  opening: string[],
): GdalTable[] {
  const { layers: wanted, without } = GDAL_FORMATS[extensionOf(main)] as GdalFormat;
  const { layers = [] } = JSON.parse(gdal.describe(dataset, ['-json'])) as { layers?: LayerInfo[] };
  return layers
    .filter(({ name }) => (wanted?.includes(name) ?? true) && !without?.includes(name))
    .map(({ name, fields, geometryFields: [geometry] }) => {
      const geoJson = readLayer(gdal, main, dataset, name);
      const warnings = [...opening, ...gdal.takeMessages()];
      const system = geometry && (geometry.coordinateSystem ?? lateSystem(gdal, dataset));
      const crs = system ? crsOf(gdal, system) : null;
      gdal.takeMessages();
      return { name, geoJson, fields: fields.map(toField), crs, warnings };
    });
}

/** MIF, which has one layer, tells its CRS only to `ogrinfo` without JSON. */
function lateSystem(gdal: GdalModule, dataset: number): GdalCrs | null {
  const [, wkt] =
    gdal.describe(dataset, []).match(/Layer SRS WKT:\n([A-Z]+\[[\s\S]*?\])\n\S/) ?? [];
  return wkt ? { wkt } : null;
}

interface LayerInfo {
  name: string;
  geometryFields: { coordinateSystem?: GdalCrs | null }[];
  fields: { name: string; type: string; subType?: string }[];
}

function readLayer(
  gdal: GdalModule,
  main: string,
  dataset: number,
  name: string,
): Uint8Array<ArrayBuffer> {
  if (!gdal.translate(dataset, OUTPUT, [...GEOJSON, name])) {
    throw unreadable(main, 'gdal', gdal.takeMessages().join('\n'));
  }
  const geoJson = gdal.readFile(OUTPUT);
  gdal.removeFile(OUTPUT);
  return geoJson;
}

/** RFC 7946 would project to degrees; twelve decimals are 0.1 µm in degrees and every digit of a number in metres. */
const GEOJSON = ['-f', 'GeoJSON', '-lco', 'RFC7946=NO', '-lco', 'COORDINATE_PRECISION=12'];

function toField({ name, type, subType }: LayerInfo['fields'][number]): GdalField {
  return { name, type: subType === 'Boolean' ? 'boolean' : (FIELD_TYPES[type] ?? 'text') };
}

const FIELD_TYPES: Record<string, FieldType> = {
  Integer: 'integer',
  Integer64: 'integer',
  Real: 'number',
  Date: 'date',
};

function unreadable(source: string, reason: string, words: string): AppError {
  const said = words.slice(0, 500);
  return new AppError('source-unreadable', `${source}: ${said || reason}`, {
    source,
    reason,
    words: said,
  });
}
