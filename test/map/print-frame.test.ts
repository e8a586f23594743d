import proj4 from 'proj4';
import { describe, expect, it } from 'vitest';
import { PROJ_DEFINITIONS } from '../../src/domain/crs.ts';
import type { LngLat } from '../../src/domain/units.ts';
import { type PrintRequest, printFrame, scaleToFit } from '../../src/map/print-frame.ts';

const VALENCIENNES: LngLat = [3.52, 50.36];

describe('a map on paper', () => {
  it.each([
    [500, 'EPSG:3950'],
    [2000, 'EPSG:3950'],
    [25_000, 'EPSG:3950'],
    [5000, 'EPSG:2154'],
  ] as const)('at 1:%d shows metres of %s to a twentieth of a millimetre', (scale, crs) => {
    const request: PrintRequest = { centre: VALENCIENNES, scale, widthMm: 180, heightMm: 120, crs };
    const toDegrees = proj4(PROJ_DEFINITIONS[crs], 'WGS84');
    const [x, y] = toDegrees.inverse([...VALENCIENNES]) as [number, number];
    const half = scale / 20;
    for (const [dx, dy] of [
      [half, 0],
      [0, half],
    ] as const) {
      const a = onPaper(request, toDegrees.forward([x - dx, y - dy]) as [number, number]);
      const b = onPaper(request, toDegrees.forward([x + dx, y + dy]) as [number, number]);
      expect(Math.abs(Math.hypot(b[0] - a[0], b[1] - a[1]) - 100)).toBeLessThan(0.05);
    }
  });

  it('100 m are 100 mm at 1:1 000', () => {
    const request: PrintRequest = {
      centre: VALENCIENNES,
      scale: 1000,
      widthMm: 180,
      heightMm: 120,
      crs: 'EPSG:3950',
    };
    const cc50 = proj4(PROJ_DEFINITIONS['EPSG:3950'], 'WGS84');
    const [x, y] = cc50.inverse([...VALENCIENNES]) as [number, number];
    const a = onPaper(request, cc50.forward([x, y]) as [number, number]);
    const b = onPaper(request, cc50.forward([x + 60, y + 80]) as [number, number]);
    expect(Math.hypot(b[0] - a[0], b[1] - a[1])).toBeCloseTo(100, 1);
  });

  it('is as large as was asked for, to a pixel', () => {
    const frame = printFrame({
      centre: VALENCIENNES,
      scale: 5000,
      widthMm: 180,
      heightMm: 120,
      crs: 'EPSG:3950',
    });
    expect(Math.abs(frame.widthMm - 180)).toBeLessThan(0.15);
    expect(Math.abs(frame.heightMm - 120)).toBeLessThan(0.15);
    expect(frame.widthPx).toBe(680);
  });

  it('fits a box at a round scale', () => {
    const fit = scaleToFit([3.5, 50.35, 3.52, 50.358], 180, 120, 'EPSG:3950');
    expect(fit.scale).toBe(10_000);
    expect(scaleToFit([3.5, 50.35, 3.5, 50.35], 180, 120, 'EPSG:3950').scale).toBe(500);
  });
});

/** Where a position falls on the picture, in millimetres from its left and top, by the formulas of Web Mercator (EPSG:3857). */
function onPaper(request: PrintRequest, [lng, lat]: [number, number]): [number, number] {
  const frame = printFrame(request);
  const world = 512 * 2 ** frame.zoom;
  const toPx = ([x, y]: readonly [number, number]) => {
    const northing = Math.log(Math.tan(Math.PI / 4 + (y * Math.PI) / 360));
    return [((x + 180) / 360) * world, (0.5 - northing / (2 * Math.PI)) * world] as const;
  };
  const [cx, cy] = toPx(request.centre as [number, number]);
  const [px, py] = toPx([lng, lat]);
  return [
    ((px - cx + frame.widthPx / 2) * frame.widthMm) / frame.widthPx,
    ((py - cy + frame.heightPx / 2) * frame.heightMm) / frame.heightPx,
  ];
}
