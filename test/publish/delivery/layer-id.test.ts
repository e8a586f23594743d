import { expect, it } from 'vitest';
import { layerId } from '../../../src/publish/delivery/layer-id.ts';

it('an id is plain, and short enough for a disk', () => {
  expect(layerId('Zones d’Activités')).toBe('zones_d_activites');
  expect(layerId('x'.repeat(4000))).toHaveLength(100);
  expect(layerId(`${'x'.repeat(99)} y`)).toBe('x'.repeat(99));
});
