import { expect, it } from 'vitest';
import { type CameraPlace, createCameraLink } from '../../src/map/camera-link.ts';

const PLACE = { center: { lng: 2.6, lat: 50.5 }, zoom: 12 };

it('a map tells the others of its moves, never itself, and no longer once it has left', () => {
  const link = createCameraLink();
  const seen: [string, CameraPlace][] = [];
  const join = (name: string) => link.join((to) => seen.push([name, to]));
  const [first, other] = [join('first'), join('other')];
  first.tell(PLACE);
  other.tell({ ...PLACE, zoom: 13 });
  expect(seen).toEqual([
    ['other', PLACE],
    ['first', { ...PLACE, zoom: 13 }],
  ]);
  other.leave();
  first.tell(PLACE);
  expect(seen).toHaveLength(2);
});
