import { describe, expect, it } from 'vitest';
import { contrast, PAPER } from '../../src/domain/style/colour.ts';
import { isPale, LIGHT_GROUND, readableOn } from '../../src/domain/style/ground.ts';
import { HATCH_TILE_PX } from '../../src/domain/style/hatch-strokes.ts';
import { legendOf, measureOf } from '../../src/domain/style/legend.ts';
import { hatchImage, hatchImageId } from '../../src/map/style/hatch.ts';
import { swatchSvg } from '../../src/map/swatch.ts';
import { createLayer } from '../helpers/create-catalogue.ts';

describe('a legend', () => {
  it('has an entry a class, in their order', () => {
    const classes = ['U', 'A'].map((value) => ({
      value,
      label: `zone ${value}`,
      symbol: { fill: '#e60000' },
    }));
    const layer = createLayer({ style: { symbol: {}, field: 'type', classes } });
    expect(legendOf(layer).map(({ label }) => label)).toEqual(['zone U', 'zone A']);
  });

  it('names what has no class last, where the style has a name for it', () => {
    const classes = [{ value: 0, label: 'Moins de 25', symbol: { fill: '#f3ead9' } }];
    const symbol = { hatch: 'dotted' as const };
    const style = { symbol, field: 'dossiers', classes, otherLabel: 'Hors service' };
    expect(legendOf(createLayer({ style })).at(-1)).toMatchObject({
      label: 'Hors service',
      symbol,
    });
  });

  it('says what the ranges of a graduated layer measure', () => {
    const fields = [{ name: 'part', label: 'Part des plus de 55 ans', type: 'number' as const }];
    const style = { symbol: {}, field: 'part', classes: [] };
    const graduated = createLayer({ fields, style: { ...style, graduated: true } });
    expect(measureOf(graduated)).toBe('Part des plus de 55 ans');
    expect(measureOf(createLayer({ fields, style }))).toBeNull();
  });

  it('has the title of a layer of one symbol, and nothing for one that is not drawn', () => {
    const layer = createLayer({ title: 'Parcelles', style: { symbol: { line: '#000000' } } });
    expect(legendOf(layer)).toMatchObject([{ label: 'Parcelles', geometry: 'polygon' }]);
    expect(legendOf(createLayer({ style: { symbol: {} } }))).toEqual([]);
  });
});

describe('a swatch', () => {
  it('draws fill, hatch and dashed outline like the map', () => {
    const svg = swatchSvg(
      { fill: '#56aa02', hatch: 'diagonal', line: '#343434', lineWidth: 2, dash: [3, 1] },
      'polygon',
    );
    expect(svg).toContain('fill="#56aa02"');
    expect(svg).toContain('url(#hatch)');
    expect(svg).toContain('stroke-dasharray="6 2"');
  });

  it('cannot be broken out of by a colour of a published catalogue', () => {
    const svg = swatchSvg({ fill: '"/><script>alert(1)</script>' }, 'point');
    expect(svg).not.toContain('<script');
  });
});

describe('a hatch', () => {
  it('is an image with strokes of its colour and nothing between them', () => {
    for (const hatch of ['diagonal', 'crossed', 'dotted'] as const) {
      const image = hatchImage(hatchImageId(hatch, '#a8442a'), 2)!;
      expect(image.width).toBe(2 * HATCH_TILE_PX);
      const alphas = image.data.filter((_, i) => i % 4 === 3);
      expect(alphas).toContain(0);
      expect(alphas).toContain(255);
      expect([...image.data.slice(0, 3)]).toEqual([0xa8, 0x44, 0x2a]);
    }
  });

  it('is null for an image that is not a hatch', () => {
    expect(hatchImage('marker', 2)).toBeNull();
  });
});

describe('colours of names', () => {
  it('can be read on paper whatever the layer', () => {
    for (const colour of ['#ffff00', '#feccbe', '#4c9ac9', '#1c2530']) {
      expect(contrast(readableOn(colour, LIGHT_GROUND), PAPER)).toBeGreaterThanOrEqual(7);
    }
    expect(readableOn('#1c2530', LIGHT_GROUND)).toBe('#1c2530');
  });

  it('tell a road from a river', () => {
    expect(isPale('#ffffff')).toBe(true);
    expect(isPale('#2f7fb5')).toBe(false);
  });
});
