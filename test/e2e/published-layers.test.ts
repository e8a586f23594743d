import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pointToPolygonDistance } from '@turf/turf';
import type { FeatureCollection, MultiPolygon, Point, Polygon } from 'geojson';
import { expect, it } from 'vitest';
import { createSite } from '../helpers/create-site.ts';
import { openPage } from '../helpers/open-page.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const REAL_DATA = join(ROOT, '..', 'shared', 'real-data');
const UNESCO = join(REAL_DATA, 'bassin-minier-unesco');
const BROWNFIELDS = join(REAL_DATA, 'cartofriches', 'cartofriches_cabbalr_2024-03.geojson');
const DISTANCE_M = 300;

const isThere = existsSync(UNESCO) && existsSync(BROWNFIELDS);

it.skipIf(!isThere)(
  'published real layers answer: brownfields within 300 m of the UNESCO buffer zone, as Turf counts (skipped without ../shared/real-data)',
  { timeout: 180_000 },
  async () => {
    const site = await createSite();
    await site.publish(
      join(UNESCO, 'terrils.geojson'),
      '--layer',
      'terrils',
      '--title',
      'Terrils du bassin minier',
    );
    await site.publish(
      join(UNESCO, 'zone-tampon.geojson'),
      '--layer',
      'zone_tampon',
      '--title',
      'Zone tampon UNESCO',
    );
    await site.publish(
      BROWNFIELDS,
      '--layer',
      'cartofriches',
      '--title',
      'Cartofriches, mars 2024',
      '--accept',
    );

    const question = {
      target: 'cartofriches',
      where: { kind: 'distance', layer: 'zone_tampon', metres: DISTANCE_M },
    };
    const link = `${site.url}#/question?question=${encodeURIComponent(JSON.stringify(question))}`;
    const { page, errors } = await openPage(link);
    const heading = page.locator('.answer-count strong');
    await heading.waitFor({ timeout: 90_000 });

    const expected = await countByTurf();
    expect(expected).toBeGreaterThan(0);
    expect(Number(await heading.textContent())).toBe(expected);
    await page.getByText('Terrils du bassin minier').first().waitFor({ state: 'attached' });
    expect(errors).toEqual([]);
  },
);

/** Brownfields within the distance of the buffer zone by Turf's geodesic distance; none lies on the limit itself. */
async function countByTurf(): Promise<number> {
  const read = async <G extends Point | Polygon | MultiPolygon>(path: string) =>
    JSON.parse(await readFile(path, 'utf8')) as FeatureCollection<G>;
  const brownfields = await read<Point>(BROWNFIELDS);
  const zones = await read<Polygon | MultiPolygon>(join(UNESCO, 'zone-tampon.geojson'));
  const distances = brownfields.features.map((point) =>
    Math.min(
      ...zones.features.map((zone) => pointToPolygonDistance(point, zone, { units: 'meters' })),
    ),
  );
  // Turf measures on a sphere, the product in CC50: they may differ by 0.5 %.
  expect(distances.filter((d) => Math.abs(d / DISTANCE_M - 1) < 0.005)).toEqual([]);
  return distances.filter((distance) => distance <= DISTANCE_M).length;
}
