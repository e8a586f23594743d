import { open } from 'node:fs/promises';
import type { Feature } from 'geojson';

/**
 * Writes features to a GeoJSON text sequence (a feature a line, `.geojsonl`), as they come. Gives how many.
 * Coordinates stay in the CRS that they are in.
 */
export async function writeFeatures(
  path: string,
  features: Iterable<Feature> | AsyncIterable<Feature>,
): Promise<number> {
  const file = await open(path, 'w');
  let count = 0;
  let text = '';
  try {
    for await (const feature of features) {
      text += `${JSON.stringify(feature)}\n`;
      count += 1;
      if (text.length > CHUNK) {
        await file.write(text);
        text = '';
      }
    }
    await file.write(text);
  } finally {
    await file.close();
  }
  return count;
}

const CHUNK = 1 << 20;
