import type { LngLat } from '../../../src/domain/units.ts';
import type { LongTask } from './long-tasks.ts';
import { type MapMemory, type OpenMap, openMap } from './open-map.ts';

/** How a map shows the parcels: what is timed is the same steps on every one. */
export interface MapSystem {
  name: string;
  /** Whether it has the parcels of the second place too. */
  isWhole: boolean;
  open(): Promise<OpenMap>;
  /** Looks elsewhere; shows parcels at zoom 15 and none at 13. */
  look(map: OpenMap, at: LngLat, zoom: number): Promise<void>;
  /** Milliseconds to tell what is under a point of the screen. */
  pick(map: OpenMap, x: number, y: number): Promise<number>;
}

/** What one round of one system took. */
export interface MapRound {
  /** From the zooming in to the first parcels on the screen, nothing of them being there. */
  firstMs: number;
  /** The same at a place 12 km away, afterwards; NaN where it has none. */
  elsewhereMs: number;
  /** Before the first zoom, and at the end. */
  before: MapMemory;
  after: MapMemory;
  panTasks: LongTask[];
  pickMs: number[];
}

/** Zooms in, pans, picks and zooms in elsewhere on one system, in a browser of its own. */
export async function measureMap(system: MapSystem, places: LngLat[]): Promise<MapRound> {
  const [here, there] = places as [LngLat, LngLat];
  const map = await system.open();
  try {
    const { page } = map;
    await page.evaluate((quiet) => window.watched.untilQuiet(quiet), SETTLE_MS);
    const before = await map.memory();
    const firstMs = await untilParcels(system, map, here);
    await page.evaluate((quiet) => window.watched.untilQuiet(quiet), SETTLE_MS);
    const panTasks = await map.traced(() => pan(map));
    await system.look(map, here, 15);
    await page.evaluate((quiet) => window.watched.untilQuiet(quiet), SETTLE_MS);
    const pickMs: number[] = [];
    for (let i = 0; i < PICKS; i++) {
      pickMs.push(await system.pick(map, 560 + 23 * i, 330 + 17 * i));
      await page.waitForTimeout(150);
    }
    await system.look(map, there, 13);
    await page.evaluate((quiet) => window.watched.untilQuiet(quiet), SETTLE_MS);
    const elsewhereMs = system.isWhole ? await untilParcels(system, map, there) : Number.NaN;
    await page.evaluate((quiet) => window.watched.untilQuiet(quiet), SETTLE_MS);
    return { firstMs, elsewhereMs, before, after: await map.memory(), panTasks, pickMs };
  } finally {
    await map.close();
  }
}

/** The app: the parcels alone, as a link shows them. */
export function appSystem(publicDir: string, distDir: string, start: LngLat): MapSystem {
  const hashOf = ([lng, lat]: LngLat, zoom: number) =>
    `#/carte?vue=${lng},${lat},${zoom}&couches=parcelles`;
  return {
    name: 'Arpent',
    isWhole: true,
    open: () => openMap(publicDir, distDir, hashOf(start, 13)),
    look: ({ page }, at, zoom) =>
      page.evaluate(
        (hash) => {
          location.hash = hash;
        },
        hashOf(at, zoom),
      ),
    async pick({ page }, x, y) {
      const count = await page.evaluate(() => window.watched.messages.length);
      await page.mouse.click(x, y);
      const found = await page.waitForFunction(
        (from) => window.watched.messages.slice(from).find(({ name }) => name === 'identify'),
        count,
      );
      return (await found.jsonValue())?.ms ?? Number.NaN;
    },
  };
}

/** MapLibre alone over a file of GeoJSON, asked for at the first zoom in. */
export function plainSystem(
  name: string,
  [publicDir, distDir]: [string, string],
  file: { path: string; isWhole: boolean },
  start: LngLat,
): MapSystem {
  let isShown = false;
  return {
    name,
    isWhole: file.isWhole,
    async open() {
      isShown = false;
      const map = await openMap(publicDir, distDir);
      await map.page.waitForFunction(() => window.plainMap !== undefined);
      await map.page.evaluate((at) => window.plainMap.look(at[0], at[1], 13), start);
      return map;
    },
    async look({ page }, [lng, lat], zoom) {
      const url = zoom >= 14 && !isShown ? file.path : null;
      isShown ||= url !== null;
      await page.evaluate(
        ([x, y, z, path]) => {
          if (path) window.plainMap.show(path);
          window.plainMap.look(x, y, z);
        },
        [lng, lat, zoom, url] as const,
      );
    },
    pick: ({ page }, x, y) =>
      page.evaluate(([a, b]) => window.plainMap.pick(a, b), [x, y] as const),
  };
}

async function untilParcels(system: MapSystem, map: OpenMap, at: LngLat): Promise<number> {
  await map.page.evaluate(() => window.watched.begin());
  await system.look(map, at, 15);
  return map.page.evaluate(([share, limit]) => window.watched.untilDrawn(share, limit), [
    LEAST_SHARE,
    LIMIT_MS,
  ] as const);
}

/** Drags the map about by more than its own width and a third of its height, so that parcels come that were not there. */
async function pan({ page }: OpenMap): Promise<void> {
  for (const [dx, dy] of DRAGS) {
    await page.mouse.move(720, 450);
    await page.mouse.down();
    for (let step = 1; step <= STEPS; step++) {
      await page.mouse.move(720 + (dx * step) / STEPS, 450 + (dy * step) / STEPS);
      await page.waitForTimeout(16);
    }
    await page.mouse.up();
    await page.waitForTimeout(700);
  }
}

const DRAGS = [
  [-420, 0],
  [-420, 0],
  [0, -320],
  [420, 0],
] as const;
const STEPS = 8;
const PICKS = 10;
const SETTLE_MS = 2500;

/** Share of the map that must be parcels' lines: a hundredth of what they are when all are there. */
const LEAST_SHARE = 0.005;
const LIMIT_MS = 240_000;
