import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import type { PlanMark } from '../../src/plan/plan.ts';
import { pathData } from '../../src/plan/svg-path.ts';
import { marksToSvg } from '../../src/plan/to-svg.ts';
import { createRandom } from '../geo/create-random.ts';

const square = Float64Array.of(10, 10, 20, 10, 20, 20, 10, 20, 10, 10);
const hatch = { kind: 'crossed' as const, colour: '#aa0000', opacity: 0.7, tileMm: 1.6 };

/** The vertices that path data describe, in hundredths: the other way round, by the rules of SVG. */
function readPath(d: string): number[][] {
  const paths: number[][] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  for (const [, command, numbers] of d.matchAll(/([mzh])([^mzh]*)/g)) {
    if (command === 'z') {
      paths.at(-1)!.push(startX, startY);
      [x, y] = [startX, startY];
      continue;
    }
    if (command === 'h') continue;
    const steps = [...(numbers ?? '').matchAll(/-?\d+/g)].map(Number);
    paths.push([]);
    for (let i = 0; i < steps.length; i += 2) {
      [x, y] = [x + steps[i]!, y + steps[i + 1]!];
      if (i === 0) [startX, startY] = [x, y];
      paths.at(-1)!.push(x, y);
    }
  }
  return paths;
}

describe('path data', () => {
  it('say the same vertices, rounded to a hundredth, however long', () => {
    const random = createRandom(2);
    const paths = Array.from({ length: 20 }, () => {
      const path = Float64Array.from({ length: 80 }, () => 300 * random() - 50);
      return random() < 0.5 ? path : Float64Array.of(...path, path[0]!, path[1]!);
    });
    const wanted = paths.map((path) => [...path].map((value) => Math.round(100 * value)));
    expect(readPath(pathData(paths))).toEqual(wanted);
  });

  it('make a dot of a path of one place', () => {
    expect(pathData([Float64Array.of(1, 1, 1.001, 1)])).toBe('m100 100h0');
  });
});

describe('a plan as SVG', () => {
  const marks: PlanMark[] = [
    { kind: 'area', rings: [square], fill: { colour: '#ff0000', opacity: 0.5 }, hatch },
    { kind: 'area', rings: [square], hatch },
    {
      kind: 'line',
      paths: [square],
      stroke: { colour: '#000000', opacity: 1, widthMm: 0.2, dashMm: [1, 0.5] },
    },
    { kind: 'dot', at: [5, 5], radiusMm: 1, fill: { colour: '#00ff00', opacity: 1 } },
    {
      kind: 'label',
      at: [50, 40],
      text: 'L’été <à>\u000b "Béthune" & Cie\u0000',
      sizeMm: 3,
      colour: '#1c2530',
      halo: '#fbfaf6',
      haloMm: 0.3,
      weight: 'bold',
      turnDegrees: -30,
    },
  ];
  const svg = marksToSvg(marks, 100, 80, { prefix: 'c62119-', title: 'Béthune', description: 'D' });

  it('is well-formed, and says what it shows', () => {
    expect(XMLValidator.validate(svg)).toBe(true);
    expect(svg).toContain('role="img" aria-labelledby="c62119-title"');
    expect(svg).toContain('<title id="c62119-title">Béthune</title>');
    expect(svg).toContain('width="100mm" height="80mm" viewBox="0 0 10000 8000"');
    expect(svg).toContain('L’été &#60;à&#62; &#34;Béthune&#34; &#38; Cie');
  });

  it('has no style that a policy would refuse', () => {
    expect(svg).not.toMatch(/style[ >="]/);
    expect(svg).not.toContain('<script');
  });

  it('gives every id its prefix, and each hatch one pattern', () => {
    const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id as string);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => id.startsWith('c62119-'))).toBe(true);
    expect(svg.match(/<pattern /g)).toHaveLength(1);
    for (const [, id] of svg.matchAll(/(?:url\(#|href="#)([^")]+)/g)) expect(ids).toContain(id);
  });

  it('writes a path that returns once', () => {
    const path = Float64Array.from({ length: 60 }, (_, i) => (i * i) % 77);
    const stroke = { colour: '#000000', opacity: 1, widthMm: 0.2 };
    const [edge, road] = [1, 2].map(
      (widthMm): PlanMark => ({ kind: 'line', paths: [path], stroke: { ...stroke, widthMm } }),
    );
    const twice = marksToSvg([edge!, road!], 100, 80, { prefix: 'p-' });
    expect(twice.match(/<path id="p-1" d="/g)).toHaveLength(1);
    expect(twice.match(/<use href="#p-1"/g)).toHaveLength(1);
  });

  it('turns a name about its own place', () => {
    expect(svg).toContain('<text x="5000" y="4099" transform="rotate(-30 5000 4000)">');
  });

  it('is hidden from those who do not see it when it says nothing', () => {
    expect(marksToSvg([], 10, 10)).toContain('aria-hidden="true"');
  });

  it('is lighter when outlines may be simplified', () => {
    const random = createRandom(9);
    const path = Float64Array.from({ length: 2000 }, (_, i) => (i % 2 ? random() / 50 : i / 40));
    const line: PlanMark = {
      kind: 'line',
      paths: [path],
      stroke: { colour: '#000000', opacity: 1, widthMm: 0.2 },
    };
    const full = marksToSvg([line], 100, 80).length;
    expect(marksToSvg([line], 100, 80, { simplifyMm: 0.05 }).length).toBeLessThan(full / 5);
  });
});
