import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GdalModule } from '../../src/gdal/gdal-module.ts';

const FOLDER = join(import.meta.dirname, '../../node_modules/gdal3.js/dist/package');

/** GDAL in the thread of the test, as a thing to write files with. */
export async function startGdalModule(): Promise<GdalModule> {
  const [wasm, data] = await Promise.all(
    ['gdal3WebAssembly.wasm', 'gdal3WebAssembly.data'].map(async (name) => {
      const { buffer, byteOffset, length } = await readFile(join(FOLDER, name));
      return buffer.slice(byteOffset, byteOffset + length) as ArrayBuffer;
    }),
  );
  return GdalModule.start({ wasm: wasm as ArrayBuffer, data: data as ArrayBuffer });
}

/** The files that `ogr2ogr` with these options makes of a GeoJSON, `name` among them. */
export function writeWithGdal(
  gdal: GdalModule,
  geoJson: object,
  name: string,
  options: readonly string[],
): Record<string, Uint8Array<ArrayBuffer>> {
  gdal.writeFile('/in/table.geojson', new TextEncoder().encode(JSON.stringify(geoJson)));
  gdal.writeFile('/out/.keep', new Uint8Array());
  gdal.takeMessages();
  const isDone = gdal.withDataset('/in/table.geojson', 'GeoJSON', (dataset) =>
    gdal.translate(dataset, `/out/${name}`, options),
  );
  if (!isDone) throw new Error(gdal.takeMessages().join('\n'));
  const files = gdal
    .list('/out')
    .filter(({ isFolder, path }) => !isFolder && !path.endsWith('/.keep'))
    .map(({ path }) => [path.slice('/out/'.length), gdal.readFile(path)] as const);
  gdal.remove('/in');
  gdal.remove('/out');
  return Object.fromEntries(files);
}
