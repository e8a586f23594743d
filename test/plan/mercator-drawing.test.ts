import { expect, it } from 'vitest';
import { projectPosition } from '../../src/geo/project.ts';
import { toPaper } from '../../src/plan/frame.ts';
import {
  frameOfPicture,
  mercatorMarks,
  mercatorPicture,
  toPicture,
} from '../../src/plan/mercator-drawing.ts';

const EXTENT = [2.3, 50.38, 2.88, 50.64] as const;
const picture = mercatorPicture([...EXTENT], 90);
const frame = frameOfPicture(picture, 'EPSG:3950', 0.1);

it('is as high as Web Mercator has the box', () => {
  const y = (lat: number) => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
  const share = (y(50.64) - y(50.38)) / ((0.58 * Math.PI) / 180);
  expect(picture.heightMm).toBeCloseTo(90 * share, 9);
});

it('puts the corners of the box in the corners of the picture', () => {
  expect(toPicture(picture, [2.3, 50.64])).toEqual([0, 0]);
  const [x, y] = toPicture(picture, [2.88, 50.38]);
  expect(x).toBeCloseTo(90, 9);
  expect(y).toBeCloseTo(picture.heightMm, 9);
});

it('takes a mark of a plan in the metric CRS to where the web map has it', () => {
  for (const at of [
    [2.3, 50.38],
    [2.59, 50.51],
    [2.88, 50.64],
  ] as const) {
    const path = Float64Array.from(toPaper(frame, projectPosition([...at], frame.crs)));
    const stroke = { colour: '#000000', opacity: 1, widthMm: 1 };
    const [mark] = mercatorMarks(
      { frame, marks: [{ kind: 'line', paths: [path], stroke }] },
      picture,
    );
    const [x = 0, y = 0] = (mark?.kind === 'line' && mark.paths[0]) || [];
    const [wantedX, wantedY] = toPicture(picture, [...at]);
    expect(Math.hypot(x - wantedX, y - wantedY)).toBeLessThan(1e-6);
  }
});

it('shows the whole picture in its frame', () => {
  const corners = [EXTENT.slice(0, 2), EXTENT.slice(2)] as [number, number][];
  for (const corner of corners) {
    const [x, y] = toPaper(frame, projectPosition(corner, frame.crs));
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(frame.widthMm);
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(frame.heightMm);
  }
});
