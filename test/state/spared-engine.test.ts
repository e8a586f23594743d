import { expect, it } from 'vitest';
import type { Engine } from '../../src/engine/protocol.ts';
import { isSmallPhone, spareEngine } from '../../src/state/spared-engine.ts';

const device = (width: number, isCoarse: boolean, deviceMemory?: number) => ({
  navigator: deviceMemory === undefined ? {} : { deviceMemory },
  screen: { width, height: 844 },
  matchMedia: () => ({ matches: isCoarse }),
});

it('a phone under 4 GB, or one that does not tell, is spared; others are not', () => {
  expect(isSmallPhone(device(390, true, 2))).toBe(true);
  expect(isSmallPhone(device(390, true))).toBe(true);
  expect(isSmallPhone(device(390, true, 4))).toBe(false);
  expect(isSmallPhone(device(820, true))).toBe(false);
  expect(isSmallPhone(device(390, false))).toBe(false);
});

it('a spared engine draws and finds but does not answer, until it is let go', async () => {
  const asked: string[] = [];
  const call = async (name: string) => asked.push(name);
  let isSpared = true;
  const engine = spareEngine({ call } as unknown as Engine, () => isSpared);
  await engine.call('search', { text: 'a', limit: 1 });
  await expect(engine.call('sql', { sql: 'SELECT 1' })).rejects.toMatchObject({
    code: 'engine-spared',
  });
  isSpared = false;
  await engine.call('sql', { sql: 'SELECT 1' });
  expect(asked).toEqual(['search', 'sql']);
});
