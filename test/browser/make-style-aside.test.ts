import { describe, expect, it } from 'vitest';
import { makeStyle, type StyleChoice } from '../../src/publish/style/make-style.ts';
import { makeStyleAside } from '../../src/ui/publier/make-style-aside.ts';

const CHOICE: StyleChoice = {
  kind: 'classes',
  field: 'hauteur',
  method: 'jenks',
  count: 5,
  ramp: 'blues',
};

describe('the style of many rows', () => {
  it('is made in a worker as it is in the page', async () => {
    const layer = createLayer(6000);
    const style = await makeStyleAside(CHOICE, layer, new AbortController().signal);
    expect(style).toEqual(makeStyle(CHOICE, layer));
    expect(style.classes).toHaveLength(5);
  });

  it('leaves the page free, and is stopped at once', async () => {
    const controller = new AbortController();
    const making = makeStyleAside(CHOICE, createLayer(300_000), controller.signal);
    const start = performance.now();
    setTimeout(() => controller.abort(), 50);
    await expect(making).rejects.toThrow(/abort/i);
    expect(performance.now() - start).toBeLessThan(1500);
  });
});

function createLayer(rows: number) {
  const values = Array.from({ length: rows }, (_, i) => ({ value: (i * 7919) % 10_007, count: 1 }));
  return {
    family: 'polygon' as const,
    field: { name: 'hauteur', label: 'Hauteur', type: 'number' as const },
    values,
  };
}
