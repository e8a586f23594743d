import { describe, expect, it } from 'vitest';
import { seenExtent } from '../../../src/domain/seance-needs.ts';
import type { Extent } from '../../../src/domain/units.ts';
import type { MapPadding, MapSize } from '../../../src/ui/map/map-padding.ts';
import { scenePadding } from '../../../src/ui/seance/scene-padding.ts';

const MAP = { width: 740, height: 700 };
const WIDE: Extent = [-0.1, -0.05, 0.1, 0.05];
const HIGH: Extent = [-0.05, -0.1, 0.05, 0.1];

describe('a scene keeps clear of its legend', () => {
  it('lying above it where the scene is wide, and beside it where it is high', () => {
    const covered = { corner: { width: 250, height: 160 }, top: 0 };
    expect(scenePadding(WIDE, MAP, covered)).toMatchObject({ bottom: 172, left: 30 });
    expect(scenePadding(HIGH, MAP, covered)).toMatchObject({ bottom: 30, left: 262 });
  });

  it('and of the switch of its sides', () => {
    expect(scenePadding(WIDE, MAP, { corner: null, top: 64 })).toMatchObject({
      top: 64,
      bottom: 30,
    });
  });

  it('leaving most of the map to the scene, however long the legend', () => {
    const { left, bottom } = scenePadding(WIDE, MAP, { corner: MAP, top: 0 });
    expect(Math.max(left / MAP.width, bottom / MAP.height)).toBe(0.4);
  });

  it('and nothing is in sight beyond what a session takes offline', () => {
    for (const aspect of [1, 1.2, 1.5, 2]) {
      for (const shape of [0.3, 1, 1.6, 2, 3]) {
        for (const share of [0, 0.2, 0.4, 0.55]) {
          const map = { width: 500 * aspect, height: 500 };
          const extent: Extent = [-0.025 * shape, -0.025, 0.025 * shape, 0.025];
          const corner = { width: share * map.width, height: share * map.height };
          const padding = scenePadding(extent, map, { corner: share ? corner : null, top: 0 });
          const [west, south, east, north] = seenOf(extent, map, padding);
          const [fromWest, fromSouth, toEast, toNorth] = seenExtent(extent);
          expect(west).toBeGreaterThan(fromWest);
          expect(south).toBeGreaterThan(fromSouth);
          expect(east).toBeLessThan(toEast);
          expect(north).toBeLessThan(toNorth);
        }
      }
    }
  });
});

/** What a map shows that fits an extent at the equator. */
function seenOf([west, south, east, north]: Extent, map: MapSize, padding: MapPadding): Extent {
  const { left, right, top, bottom } = padding;
  const width = map.width - left - right;
  const height = map.height - top - bottom;
  const scale = Math.min(width / (east - west), height / (north - south));
  const middle = { x: (west + east) / 2, y: (south + north) / 2 };
  return [
    middle.x - (left + width / 2) / scale,
    middle.y - (bottom + height / 2) / scale,
    middle.x + (right + width / 2) / scale,
    middle.y + (top + height / 2) / scale,
  ];
}
