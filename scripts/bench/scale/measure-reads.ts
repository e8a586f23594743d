import { type Catalogue, findLayer } from '../../../src/domain/catalogue.ts';
import type { Condition, Question } from '../../../src/domain/question.ts';
import type { Extent, LngLat } from '../../../src/domain/units.ts';
import { createLocalEngine } from '../../../src/engine/local-engine.ts';
import { nodePlatform } from '../../../src/engine/node-platform.ts';
import type { Engine } from '../../../src/engine/protocol.ts';
import { type ByteSource, httpSource } from '../../../src/loaders/byte-source.ts';

/** What one thing that a reader does had read from the site's layers, over HTTP. */
export interface Read {
  what: string;
  /** How many features it gave. */
  found: number;
  bytes: number;
  requests: number;
  ms: number;
}

/**
 * What a reader does on a site of `parcelles` and `zones`, each line by an engine that has read nothing before: the footer of
 * the parcels, the first map at zoom 15, a click, questions on one commune; then all of them in one sitting.
 */
export async function measureReads(catalogue: Catalogue, url: string): Promise<Read[]> {
  const [minX, minY, maxX, maxY] = findLayer(catalogue, 'parcelles').extent;
  const at: LngLat = [(minX + maxX) / 2, (minY + maxY) / 2];
  const reads: Read[] = [];
  const measure = async (what: string, run: (engine: Engine) => Promise<number>) => {
    const { read, openFile } = countedHttp();
    const engine = createLocalEngine({ ...nodePlatform, openFile });
    await engine.call('open', { catalogue, baseUrl: url });
    const start = performance.now();
    const found = await run(engine);
    reads.push({ what, found, ...read, ms: performance.now() - start });
  };
  let commune = '';
  const draw = (engine: Engine) => drawAt(engine, at);
  const click = async (engine: Engine) => {
    const { features } = await engine.call('identify', { at, radius: 2, layers: ['parcelles'] });
    commune = String(features[0]?.attributes.commune);
    return features.length;
  };
  const ofCommune = (engine: Engine) =>
    ask(engine, { kind: 'compare', field: 'commune', op: '=', value: commune });
  const ofOutline = (engine: Engine) =>
    ask(engine, { kind: 'inside', shape: { name: 'contour', geometry: squareAt(at) } });
  await measure('the footer alone', (engine) => drawIn(engine, [0, 0, 0, 0]));
  await measure('first map at zoom 15', draw);
  await measure('a click', click);
  await measure(`parcels of commune ${commune} over 2 000 m² in a zone`, ofCommune);
  await measure('the same within an outline of 3 km drawn by hand', ofOutline);
  await measure('all of that in one sitting', async (engine) => {
    const found = [draw, click, ofCommune, ofOutline].map((run) => () => run(engine));
    let sum = 0;
    for (const run of found) sum += await run();
    return sum;
  });
  return reads;
}

async function ask(engine: Engine, where: Condition): Promise<number> {
  const conditions: Condition[] = [
    where,
    { kind: 'measure', measure: 'area', op: '>', value: 2000 },
    { kind: 'intersects', layer: 'zones' },
  ];
  const question: Question = { target: 'parcelles', where: { kind: 'and', conditions } };
  return (await engine.call('ask', { question })).count;
}

/** What the app asks for to fill a window of 1440 × 900 pixels at zoom 15: a quarter of it more on each side. */
function drawAt(engine: Engine, [lng, lat]: LngLat): Promise<number> {
  const degreesAPixel = 360 / (512 * 2 ** 15);
  const dLng = (1440 / 2) * 1.5 * degreesAPixel;
  const dLat = (900 / 2) * 1.5 * degreesAPixel * Math.cos((lat * Math.PI) / 180);
  return drawIn(engine, [lng - dLng, lat - dLat, lng + dLng, lat + dLat]);
}

async function drawIn(engine: Engine, extent: Extent): Promise<number> {
  const mesh = { isFilled: true, isNamed: false };
  const request = { layer: 'parcelles', extent, fields: ['id'], held: [], ...mesh };
  const tiles = await engine.call('drawExtent', request);
  return tiles.reduce((sum, { rows }) => sum + rows.length, 0);
}

/** A square of about 3 km. */
function squareAt([lng, lat]: LngLat) {
  const [dLng, dLat] = [0.021, 0.0135];
  const [left, bottom, right, top] = [lng - dLng, lat - dLat, lng + dLng, lat + dLat];
  const ring = [
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top],
    [left, bottom],
  ];
  return { type: 'Polygon' as const, coordinates: [ring] };
}

/** Files over HTTP, with what was received of all of them. */
function countedHttp() {
  const read = { bytes: 0, requests: 0 };
  const openFile = (url: string, bytes: number): ByteSource => {
    const source = httpSource(url, bytes);
    return {
      ...source,
      read(start, end, options = {}) {
        read.requests++;
        const onBytes = (count: number) => {
          read.bytes += count;
          options.onBytes?.(count);
        };
        return source.read(start, end, { ...options, onBytes });
      },
    };
  };
  return { read, openFile };
}
