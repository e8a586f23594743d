import { unzipSync } from 'fflate';
import { AppError } from '../../domain/errors.ts';
import { geometriesToRows } from '../../geo/from-geojson.ts';
import { inferFields } from '../../loaders/infer-fields.ts';
import { readDbf } from './dbf.ts';
import { crsOfPrj } from './prj.ts';
import { readShp } from './shp.ts';
import type { SourceTable } from './source.ts';

/**
 * The one Shapefile of a ZIP: geometry of its `.shp`, attributes of its `.dbf` in the encoding that `.cpg` names, CRS
 * of its `.prj`. Null shapes stay, heights are dropped. Names inside the ZIP may stand in a folder.
 * @throws {AppError} `source-unreadable` with the `reason`: `zip`, `no-shapefile`, `several-shapefiles` (with their
 * names), `no-dbf`, `row-count`, or what the parts' readers say.
 */
export function readZippedShapefile(
  data: Uint8Array,
  name: string,
): Pick<SourceTable, 'table' | 'fields' | 'crs'> {
  const entries = unzip(data, name);
  const shapes = [...entries.keys()].filter((entry) => entry.endsWith('.shp'));
  const [shape] = shapes;
  if (!shape) throw unreadable(name, 'no-shapefile', {});
  if (shapes.length > 1) throw unreadable(name, 'several-shapefiles', { names: shapes.join(', ') });
  const part = (extension: string) => entries.get(shape.replace(/shp$/, extension));
  const dbf = part('dbf');
  if (!dbf) throw unreadable(name, 'no-dbf', { shape });
  const decoder = new TextDecoder();
  const geometries = readShp(entries.get(shape) as Uint8Array, name);
  const records = readDbf(dbf, part('cpg') && decoder.decode(part('cpg')), name);
  if (geometries.length !== records.length) {
    const context = { shapes: geometries.length, records: records.length };
    throw unreadable(name, 'row-count', context);
  }
  const { fields, columns } = inferFields(records);
  const prj = part('prj');
  return {
    table: { ...geometriesToRows(geometries), columns },
    fields,
    crs: prj ? crsOfPrj(decoder.decode(prj)) : null,
  };
}

/** Files of the ZIP by lower-case path, less those that macOS adds. */
function unzip(data: Uint8Array, name: string): Map<string, Uint8Array> {
  try {
    const entries = Object.entries(unzipSync(data));
    return new Map(
      entries
        .filter(([path]) => !path.startsWith('__MACOSX/'))
        .map(([path, bytes]) => [path.toLowerCase(), bytes]),
    );
  } catch (cause) {
    throw unreadable(name, 'zip', {}, cause);
  }
}

function unreadable(
  source: string,
  reason: string,
  context: Record<string, string | number>,
  cause?: unknown,
): AppError {
  const message = `${source}: ${reason}`;
  return new AppError('source-unreadable', message, { source, reason, ...context }, cause);
}
