import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { OFFLINE_BASEMAPS, type OfflineBasemap } from '../../../src/domain/basemap.ts';
import type { Field, GeometryFamily, Layer, LayerSymbol } from '../../../src/domain/layer.ts';
import { baseStyle, groundOf } from '../../../src/domain/style/base-style.ts';
import { lineCasing, pointCasing, pointEdge } from '../../../src/domain/style/casing.ts';
import { contrast, HIGHLIGHT, INK, mix, PAPER } from '../../../src/domain/style/colour.ts';
import { contrastOn, type Ground, readableOn } from '../../../src/domain/style/ground.ts';
import { bodyColour, HATCH_CONTRAST, hatchColour } from '../../../src/domain/style/hatch-colour.ts';
import { isRoads } from '../../../src/domain/style/line-scale.ts';
import { symbolOn } from '../../../src/domain/style/on-ground.ts';
import { symbolsOf } from '../../../src/domain/style/symbol-for.ts';
import { CHANGE_SYMBOLS } from '../../../src/map/style/change-symbols.ts';
import { makeStyle } from '../../../src/publish/style/make-style.ts';
import { CATEGORY_COLOURS, MAX_CLASSES, RAMPS } from '../../../src/publish/style/palettes.ts';
import { leastDifference } from '../../helpers/colour-vision.ts';
import { createLayer } from '../../helpers/create-catalogue.ts';

const LAYERS = new URL('../../../data/layers/', import.meta.url);
const layers = readdirSync(LAYERS).map(
  (name) => JSON.parse(readFileSync(new URL(name, LAYERS), 'utf8')) as Layer,
);
const base = layers.filter((layer) => layer.base);
const themes = layers.filter((layer) => !layer.base);
const { basemaps } = JSON.parse(
  readFileSync(new URL('../../../data/territory.json', import.meta.url), 'utf8'),
);
const details = layers.filter(({ id }) =>
  basemaps.details.some(({ layer }: { layer: string }) => layer === id),
);

/** OKLab distance from which classes of one layer are told apart: three times what is just seen side by side. */
const APART = 0.06;

const FAMILIES: GeometryFamily[] = ['point', 'line', 'polygon'];

/** Every style that a reader may make of a column when publishing. */
const FIELD = { name: 'v', label: 'V', type: 'integer' } as Field;
const VALUES = Array.from({ length: 40 }, (_, value) => ({ value, count: 1 }));
const made = FAMILIES.flatMap((family) => {
  const layer = { family, field: FIELD, values: VALUES };
  const classes = (ramp: (typeof RAMPS)[number], count: number) =>
    ({ kind: 'classes', field: 'v', method: 'equal', count, ramp }) as const;
  return [
    ...CATEGORY_COLOURS.map((colour) => makeStyle({ kind: 'single', colour }, layer)),
    makeStyle({ kind: 'categories', field: 'v' }, layer),
    ...RAMPS.flatMap((ramp) =>
      [3, 5, MAX_CLASSES].map((count) => makeStyle(classes(ramp, count), layer)),
    ),
  ].map((style, i) => createLayer({ id: `made_${family}_${i}`, geometry: family, style }));
});

/** Every kind of change, as a comparison of versions draws it. */
const changes = FAMILIES.map((geometry) => {
  const symbols = Object.values(CHANGE_SYMBOLS[geometry]);
  const classes = symbols.map((symbol, value) => ({ value, label: String(value), symbol }));
  return createLayer({
    id: `change_${geometry}`,
    geometry,
    style: { symbol: classes[0]!.symbol, field: 'v', classes },
  });
});

/** The symbols that features are drawn in: that of no class too, unless the legend leaves it out. */
function drawnSymbols({ style }: Layer): LayerSymbol[] {
  const isHidden = style.field !== undefined && !style.otherLabel && !!style.classes?.length;
  return symbolsOf(style).slice(isHidden ? 1 : 0);
}

/** The colours by which a symbol is told from its ground, as the map draws it. */
function edges(layer: Layer, published: LayerSymbol, ground: Ground): (string | null)[] {
  const symbol = symbolOn(published, layer.geometry, ground);
  if (layer.geometry === 'point') {
    const body = symbol.fill ?? symbol.line ?? INK;
    return [body, pointEdge(symbol, ground), pointCasing(symbol, ground)];
  }
  return [symbol.line ?? null, lineCasing(layer, symbol, ground)];
}

/** The best contrast of any edge of a symbol with all that it may lie on; an area without edge is not outlined at all. */
function standing(layer: Layer, symbol: LayerSymbol, ground: Ground): number {
  const colours = edges(layer, symbol, ground).filter((colour) => colour !== null);
  return Math.max(0, ...colours.map((colour) => contrastOn(colour, ground)));
}

describe.each(OFFLINE_BASEMAPS)('over the basemap %s', (basemap: OfflineBasemap) => {
  const ground = groundOf(basemap);

  it('no tint, road or building goes beyond the shade that marks are held against', () => {
    const tints = [...base, ...details].flatMap((layer) =>
      symbolsOf(baseStyle(layer, basemap)).flatMap(({ fill }) => (fill ? [fill] : [])),
    );
    const roads = base
      .map((layer) => ({ ...layer, style: baseStyle(layer, basemap) }))
      .filter((layer) => isRoads(layer, ground))
      .flatMap(({ style }) => symbolsOf(style).slice(0, ROADS))
      .flatMap(({ line }) => (line ? [line] : []));
    expect(tints.length + roads.length).toBeGreaterThan(8);
    const reach = contrast(ground.paper, ground.shade);
    const beyond = [...tints, ...roads].filter((tint) => contrast(ground.paper, tint) > reach);
    expect(beyond).toEqual([]);
  });

  it('roads are still drawn as roads', () => {
    const roads = base.filter((layer) => isRoads(layer, groundOf('plan'))).map(({ id }) => id);
    const here = base
      .map((layer) => ({ ...layer, style: baseStyle(layer, basemap) }))
      .filter((layer) => isRoads(layer, ground));
    expect(here.map(({ id }) => id)).toEqual(roads);
    expect(roads).not.toEqual([]);
  });

  it.each([
    ['of the territory', themes],
    ['made when publishing', made],
    ['of a comparison', changes],
  ])('every mark %s has 3:1, or an edge that does', (_name, drawn) => {
    const faint = drawn.flatMap((layer) =>
      drawnSymbols(layer)
        .filter(({ fill, line, hatch }) => fill || line || hatch)
        .filter((symbol) => standing(layer, symbol, ground) < 3)
        .map((symbol) => `${layer.id} ${JSON.stringify(symbol)}`),
    );
    expect(faint).toEqual([]);
  });

  it('every hatch is told from the fill that it lies on', () => {
    const symbols = [...themes, ...made, ...changes]
      .flatMap((layer) =>
        drawnSymbols(layer).map((symbol) => symbolOn(symbol, layer.geometry, ground)),
      )
      .filter(({ hatch }) => hatch);
    expect(symbols.length).toBeGreaterThan(20);
    const strength = (symbol: LayerSymbol) =>
      contrast(hatchColour(symbol, ground), bodyColour(symbol, ground));
    expect(symbols.filter((symbol) => strength(symbol) < HATCH_CONTRAST)).toEqual([]);
  });

  it('a dashed line stands by itself, for an edge would hide its dashes', () => {
    const dashed = [...themes, ...changes]
      .filter(({ geometry }) => geometry === 'line')
      .flatMap((layer) => drawnSymbols(layer).map((symbol) => symbolOn(symbol, 'line', ground)))
      .flatMap(({ line, dash }) => (line && dash ? [line] : []));
    expect(dashed.length).toBeGreaterThan(5);
    expect(dashed.filter((line) => contrastOn(line, ground) < 3)).toEqual([]);
  });

  it('every name has 7:1 with its halo', () => {
    const colours = [...layers, ...made].flatMap((layer) =>
      symbolsOf(layer.base ? baseStyle(layer, basemap) : layer.style).map(
        ({ line, fill }) => line ?? fill ?? ground.ink,
      ),
    );
    const faint = [...colours, ground.ink].filter(
      (colour) => contrast(readableOn(colour, ground), ground.paper) < 7,
    );
    expect(faint).toEqual([]);
  });

  it('the highlight of an answer and the ring of what is chosen stand', () => {
    const best = (...colours: string[]) =>
      Math.max(...colours.map((colour) => contrastOn(colour, ground)));
    expect(best(HIGHLIGHT, INK)).toBeGreaterThanOrEqual(3);
    expect(best(PAPER, INK)).toBeGreaterThanOrEqual(3);
    expect(contrast(HIGHLIGHT, INK)).toBeGreaterThanOrEqual(3);
  });
});

/** Classes of the style of roads that are wide enough for a mark to lie on them: greenways are not. */
const ROADS = 5;

describe('the classes of a layer', () => {
  it.each([
    ['of the territory', themes],
    ['of a comparison', changes],
  ])('%s differ without their colour, or for every eye', (_name, drawn) => {
    expect(drawn.flatMap(confused)).toEqual([]);
  });
});

/** The pairs of classes of a layer that somebody takes for one another. */
function confused({ id, geometry, style }: Layer): string[] {
  const classes = style.classes ?? [];
  return classes.flatMap((one, i) =>
    classes
      .slice(i + 1)
      .filter((other) => !differInForm(one.symbol, other.symbol, geometry))
      .filter((other) => difference(one.symbol, other.symbol, geometry) < APART)
      .map((other) => `${id}: ${one.label} / ${other.label}`),
  );
}

function differInForm(a: LayerSymbol, b: LayerSymbol, geometry: GeometryFamily): boolean {
  const ratio = (x = 1, y = 1) => Math.max(x, y) / Math.min(x, y);
  if (geometry === 'point')
    return ratio(a.radius ?? 5, b.radius ?? 5) >= 1.2 || ratio(a.lineWidth, b.lineWidth) >= 1.5;
  return (
    a.hatch !== b.hatch ||
    JSON.stringify(a.dash) !== JSON.stringify(b.dash) ||
    (a.line === undefined) !== (b.line === undefined) ||
    (a.fill === undefined) !== (b.fill === undefined) ||
    ratio(a.lineWidth, b.lineWidth) >= 1.4
  );
}

function difference(a: LayerSymbol, b: LayerSymbol, geometry: GeometryFamily): number {
  const body = ({ fill, fillOpacity = geometry === 'point' ? 1 : 0.4 }: LayerSymbol) =>
    fill ? mix(PAPER, fill, fillOpacity) : PAPER;
  return Math.max(
    geometry === 'line' ? 0 : leastDifference(body(a), body(b)),
    a.line && b.line ? leastDifference(a.line, b.line) : 0,
  );
}
