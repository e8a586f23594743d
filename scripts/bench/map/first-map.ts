import { openMap } from './open-map.ts';

/** When the first map of the app was there, in milliseconds since navigation. */
export interface FirstMap {
  /** Nine tenths of the picture as it will stay: the tints of the base map. */
  tintedMs: number;
  /** All but a hundredth: roads and names too. */
  usefulMs: number;
}

/** Opens the app as a new reader does, in a browser that has kept nothing, from a server that runs. */
export async function measureFirstMap(publicDir: string, distDir: string): Promise<FirstMap> {
  const { page, close } = await openMap(publicDir, distDir);
  try {
    const [tintedMs, usefulMs] = await page.evaluate(() =>
      window.watched.untilFinished([0.1, 0.01], 3000),
    );
    return { tintedMs: tintedMs ?? Number.NaN, usefulMs: usefulMs ?? Number.NaN };
  } finally {
    await close();
  }
}
