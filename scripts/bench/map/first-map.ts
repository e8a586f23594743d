import { openMap } from './open-map.ts';

/** When the first map of the app was there, in milliseconds since navigation. */
export interface FirstMap {
  /** The picture of the territory, with rivers, roads, borders and names of towns: its largest contentful paint. */
  pictureMs: number;
  /** The map itself, drawn and at rest under the picture. */
  paintedMs: number;
}

/** Opens the app as a new reader does, in a browser that has kept nothing, from a server that runs. */
export async function measureFirstMap(publicDir: string, distDir: string): Promise<FirstMap> {
  const { page, close } = await openMap(publicDir, distDir);
  try {
    await page.waitForFunction(() => performance.getEntriesByName('arpent:first-map').length > 0);
    return await page.evaluate(
      () =>
        new Promise<FirstMap>((resolve) => {
          const paintedMs =
            performance.getEntriesByName('arpent:first-map')[0]?.startTime ?? Number.NaN;
          new PerformanceObserver((list) => {
            const paints = list.getEntries() as (PerformanceEntry & { url?: string })[];
            const picture = paints.find(({ url }) => url?.endsWith('premiere-carte.svg'));
            resolve({ pictureMs: picture?.startTime ?? Number.NaN, paintedMs });
          }).observe({ type: 'largest-contentful-paint', buffered: true });
        }),
    );
  } finally {
    await close();
  }
}
