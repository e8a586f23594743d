import { memorySource } from '../../src/loaders/byte-source.ts';
import { createPublishDesk, type PublishDesk } from '../../src/publish/desk.ts';
import type { PublishSite } from '../../src/publish/protocol.ts';
import type { SourceFile } from '../../src/publish/source-file.ts';
import type { EncodedLayer } from '../../src/publish/write/encode-layer.ts';
import { createCatalogue } from '../helpers/create-catalogue.ts';

/** A desk without a network over a site that serves `layers`. */
export function createDesk(layers: EncodedLayer[] = []): { desk: PublishDesk; site: PublishSite } {
  const files = new Map(layers.map(({ layer, data }) => [`https://site/${layer.file.path}`, data]));
  const desk = createPublishDesk({
    openFile: (url) => memorySource(url, files.get(url) as Uint8Array<ArrayBuffer>),
    gdal: () => Promise.reject(new Error('no GDAL here')),
  });
  const catalogue = createCatalogue(layers.map(({ layer }) => layer));
  return { desk, site: { catalogue, baseUrl: 'https://site/', today: '2026-03-01' } };
}

/** A GeoJSON file of squares of a hundredth of a degree, one a name, that lie side by side. */
export function squaresFile(path: string, names: string[], first = 2.5): SourceFile {
  const features = names.map((nom, i) => {
    const [west, south] = [first + i / 50, 50.5];
    const [east, north] = [west + 0.01, south + 0.01];
    const ring = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ];
    const properties = { code: `c${nom}`, nom, valeur: i * 10 };
    return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } };
  });
  const text = JSON.stringify({ type: 'FeatureCollection', features });
  return { path, bytes: new TextEncoder().encode(text), modified: '2026-02-01' };
}
