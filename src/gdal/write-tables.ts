import { AppError } from '../domain/errors.ts';
import type { FieldType } from '../domain/layer.ts';
import { xmlText } from '../domain/xml-text.ts';
import type { TableToWrite } from './gdal.ts';
import type { GdalModule } from './gdal-module.ts';

/**
 * What `writeTables` of `Gdal` does, in the thread that holds GDAL: the lines of each table become a source whose types a VRT
 * states (they are not guessed from the values), and one run of `ogr2ogr` writes all tables.
 */
export function writeTables(
  gdal: GdalModule,
  tables: readonly TableToWrite[],
  output: string,
  options: readonly string[],
): Record<string, Uint8Array<ArrayBuffer>> {
  gdal.makeFolder(`${ROOT}/out`);
  try {
    for (const [i, { lines, fields }] of tables.entries())
      gdal.writeFile(sourcePath(i), lines.length > 0 ? lines : blankLine(fields.length));
    const isEmpty = tables.every(({ lines }) => lines.length === 0);
    const vrt = `<OGRVRTDataSource>${tables.map(tableText).join('')}</OGRVRTDataSource>`;
    gdal.writeFile(`${ROOT}/tables.vrt`, new TextEncoder().encode(vrt));
    gdal.takeMessages();
    const isDone = gdal.withDataset(`${ROOT}/tables.vrt`, 'OGR_VRT', (dataset) =>
      Boolean(
        dataset &&
          gdal.translate(
            dataset,
            `${ROOT}/out/${output}`,
            isEmpty ? [...options, ...NO_ROW] : options,
          ),
      ),
    );
    const said = gdal.takeMessages();
    if (!isDone) {
      const words = said.join('\n').slice(0, 500);
      throw new AppError('engine-failed', `${output}: GDAL could not write: ${words}`, { words });
    }
    const files = gdal
      .list(`${ROOT}/out`)
      .filter(({ isFolder }) => !isFolder)
      .map(({ path }) => [path.slice(`${ROOT}/out/`.length), gdal.readFile(path)] as const);
    return Object.fromEntries(files);
  } finally {
    gdal.takeMessages();
    gdal.remove(ROOT);
  }
}

const ROOT = '/target';

/** GDAL takes no file without a row: one that is left out again. */
const NO_ROW = ['-where', 'FID < 0'];

function blankLine(columns: number): Uint8Array {
  const properties = Object.fromEntries(Array.from({ length: columns }, (_, i) => [`c${i}`, null]));
  const feature = { type: 'Feature', properties, geometry: null };
  return new TextEncoder().encode(JSON.stringify(feature));
}

function sourcePath(table: number): string {
  return `${ROOT}/table${table}.geojsons`;
}

/** A layer of a VRT (gdal.org/drivers/vector/vrt.html). */
function tableText(table: TableToWrite, i: number): string {
  const fields = table.fields.map(({ name, type, width }, column) => {
    const size = width ? ` width="${width}"` : '';
    return `<Field name="${xmlText(name)}" src="c${column}" ${TYPES[type]}${size}/>`;
  });
  const geometry = table.geometry
    ? `<GeometryType>wkb${table.geometry}</GeometryType><LayerSRS>${table.crs}</LayerSRS>`
    : '<GeometryType>wkbNone</GeometryType>';
  return (
    `<OGRVRTLayer name="${xmlText(table.name)}"><SrcDataSource>${sourcePath(i)}</SrcDataSource>` +
    '<OpenOptions><OOI key="DATE_AS_STRING">YES</OOI></OpenOptions>' +
    `<SrcLayer>table${i}</SrcLayer>${geometry}${fields.join('')}</OGRVRTLayer>`
  );
}

const TYPES: Record<FieldType, string> = {
  text: 'type="String"',
  integer: 'type="Integer64"',
  number: 'type="Real"',
  boolean: 'type="Integer" subtype="Boolean"',
  date: 'type="Date"',
};
