import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import Flatbush from 'flatbush';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { createCommuneGrid } from '../../scripts/demo/ground/commune-grid.ts';
import { traceOutlines } from '../../scripts/demo/ground/commune-outlines.ts';
import { WATERCOURSE_M } from '../../scripts/demo/ground/ditches.ts';
import type { Ground } from '../../scripts/demo/ground/ground.ts';
import { keptGround } from '../../scripts/demo/ground/kept-ground.ts';
import { lngLatToCc50, readOfficialCommunes } from '../../scripts/demo/ground/official-communes.ts';
import { lineLength, ringArea, ringHolds } from '../../scripts/demo/ground/ring.ts';
import { readRiverFacts } from '../../scripts/demo/ground/rivers.ts';
import { crossesItself } from '../../scripts/demo/ground/shrink-ring.ts';
import { clipLine, outlineSegments } from '../../scripts/demo/ground/territory-outline.ts';
import { buildParcelles } from '../../scripts/demo/layers/limites/parcelles.ts';
import { createRandom, type Random } from '../../scripts/demo/random.ts';
import { laidLayer } from '../helpers/laid-layer.ts';

const SIREN = '200072460';
const REAL_COMMUNES =
  '../shared/real-data/communes-62-gregoiredavid/communes-62-pas-de-calais.geojson';

const ground = keptGround();
const official = readOfficialCommunes(SIREN);
const zones = laidLayer('zone_urba').features;
const parcels = laidLayer('parcelles').features;

describe('communes', () => {
  it('are the 100 official ones, with their 278 892 inhabitants', () => {
    expect(ground.communes).toHaveLength(100);
    expect(ground.communes.reduce((sum, commune) => sum + commune.population, 0)).toBe(278_892);
    expect(ground.communes.find((commune) => commune.code === '62119')?.name).toBe('Béthune');
  });

  it('share each inner border vertex for vertex, once each way, and leave no gap', () => {
    const counts = new Map<string, number>();
    for (const ring of ground.communes.flatMap((commune) => commune.shape.flat())) {
      for (const [a, b] of sidesOf(ring)) {
        counts.set(`${a} ${b}`, (counts.get(`${a} ${b}`) ?? 0) + 1);
      }
    }
    expect(Math.max(...counts.values())).toBe(1);
    const outer = [...counts.keys()].filter((side) => {
      const [a, b] = side.split(' ');
      return !counts.has(`${b} ${a}`);
    });
    expect(outer).toHaveLength(outlineSegments(ground.communes).length);
    const union = outlineSegments(ground.communes).reduce(
      (sum, [a, b]) => sum + ((a[0]! - X0) * (b[1]! - Y0) - (b[0]! - X0) * (a[1]! - Y0)) / 2,
      0,
    );
    const total = ground.communes.reduce((sum, commune) => sum + commune.areaM2, 0);
    expect(total / union).toBeCloseTo(1, 9);
  });

  it('are simple polygons, each holding its centre and staying near its real extent', () => {
    ground.communes.forEach(({ shape, centre }, index) => {
      expect(shape).toHaveLength(1);
      const ring = shape[0]![0]!.slice(0, -1);
      expect(crossesItself(ring)).toBe(false);
      expect(ringHolds(ring, centre[0]!, centre[1]!)).toBe(true);
      const [west, south, east, north] = official[index]!.box;
      for (const [x, y] of ring) {
        expect(x!).toBeGreaterThan(west - 450);
        expect(x!).toBeLessThan(east + 450);
        expect(y!).toBeGreaterThan(south - 450);
        expect(y!).toBeLessThan(north + 450);
      }
    });
  });

  it('come out the same when drawn twice', () => {
    // A quarter of them: drawing all takes five seconds, twice.
    const some = official.slice(0, 25);
    const draw = () => hash(traceOutlines(createCommuneGrid(some), some.length));
    expect(draw()).toBe(draw());
  });

  it.skipIf(!existsSync(REAL_COMMUNES))(
    'cover two thirds of the real ones (skipped without ../shared/real-data)',
    () => {
      const shares = measureLikeness(ground, REAL_COMMUNES);
      expect(shares).toHaveLength(100);
      expect(shares.reduce((sum, share) => sum + share, 0) / 100).toBeGreaterThan(0.65);
    },
  );
});

describe('watercourses', () => {
  it('sum to the published 610 km inside the territory', () => {
    const outline = outlineSegments(ground.communes);
    const inside = ground.rivers
      .flatMap((river) => clipLine(river.line, outline))
      .reduce((sum, part) => sum + lineLength(part), 0);
    expect(Math.abs(inside / WATERCOURSE_M - 1)).toBeLessThan(0.01);
    const lengths = laidLayer('cours_eau').features.map((f) => Number(f.properties.longueur));
    const published = lengths.reduce((sum, length) => sum + length, 0);
    expect(Math.abs(published / WATERCOURSE_M - 1)).toBeLessThan(0.01);
  });

  it('named ones cross each commune of their fact', () => {
    for (const fact of readRiverFacts()) {
      const { line } = ground.rivers.find((river) => river.name === fact.name)!;
      for (const name of fact.communes) {
        const commune = ground.communes.find((candidate) => candidate.name === name);
        if (!commune) continue;
        const ring = commune.shape[0]![0]!.slice(0, -1);
        const inside = line.some(([x, y]) => ringHolds(ring, x!, y!));
        expect(inside, `${fact.name} in ${name}`).toBe(true);
      }
    }
  });

  it('end on the river they join', () => {
    for (const { name, joins } of readRiverFacts()) {
      if (!joins) continue;
      const { line } = ground.rivers.find((river) => river.name === name)!;
      const parent = ground.rivers.find((river) => river.name === joins)!;
      expect(parent.line).toContainEqual(line[line.length - 1]);
    }
  });
});

describe('blocks and zones', () => {
  it('cover each commune without gap or overlap', () => {
    const blocks = sumByCommune(ground.blocks.map((b) => [b.commune, ringArea(b.ring)]));
    const covers = sumByCommune(ground.covers.map((c) => [c.commune, polygonArea(c.shape)]));
    for (const { code, areaM2 } of ground.communes) {
      expect(blocks.get(code)! / areaM2).toBeCloseTo(1, 8);
      expect(covers.get(code)! / areaM2).toBeCloseTo(1, 8);
    }
    const zoned = zones.reduce((sum, zone) => sum + polygonArea(coordinatesOf(zone)), 0);
    expect(zoned / ground.communes.reduce((sum, c) => sum + c.areaM2, 0)).toBeCloseTo(1, 8);
  });

  it('are simple polygons whose sides are shared with their neighbours, never doubled', () => {
    const rings = zones.flatMap(coordinatesOf);
    expect(rings.filter((ring) => crossesItself(ring.slice(0, -1)))).toEqual([]);
    expect(rings.filter((r) => new Set(r.slice(1).map(String)).size < r.length - 1)).toEqual([]);
    const sides = rings.flatMap(sidesOf).map(([a, b]) => `${a} ${b}`);
    expect(new Set(sides).size).toBe(sides.length);
  });

  it('carry the five types of zone, with land to urbanise in both', () => {
    const types = new Set(zones.map((zone) => zone.properties.TYPEZONE));
    expect([...types].sort()).toEqual(['A', 'AUc', 'AUs', 'N', 'U']);
    expect(new Set(zones.map((zone) => zone.properties.LIB_IDZONE)).size).toBe(zones.length);
  });
});

describe('parcels', () => {
  it('are about 270 000, each with an identifier of its own', () => {
    expect(parcels.length).toBeGreaterThan(265_000);
    expect(parcels.length).toBeLessThan(275_000);
    const ids = new Set(parcels.map((parcel) => String(parcel.properties.id)));
    expect(ids.size).toBe(parcels.length);
    const official = /^62\d{3}000(0[A-Z]|[A-Z]{2})\d{4}$/;
    expect([...ids].filter((id) => !official.test(id))).toEqual([]);
  });

  it('have a fiscal area close to that of the plan, and not the same', () => {
    const gaps = parcels.map((parcel) => {
      return Math.abs(
        Number(parcel.properties.contenance) / polygonArea(coordinatesOf(parcel)) - 1,
      );
    });
    expect(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length).toBeLessThan(0.03);
    expect(gaps.filter((gap) => gap > 0.001).length).toBeGreaterThan(parcels.length / 2);
  });

  it('never overlap and never leave their commune, at 20 000 random places', () => {
    const index = indexParcels();
    const random = createRandom('places');
    const places = ground.communes.map(({ shape }) => placesInside(shape[0]![0]!.slice(0, -1)));
    let found = 0;
    const wrong: unknown[] = [];
    for (let place = 0; place < 20_000; place++) {
      const chosen = random.integer(0, 99);
      const [x, y] = places[chosen]!(random);
      const holders = index.search(x, y, x, y).filter((row) => {
        return ringHolds(coordinatesOf(parcels[row]!)[0]!.slice(0, -1), x, y);
      });
      const { code } = ground.communes[chosen]!;
      const isOutside = holders.some((row) => parcels[row]!.properties.commune !== code);
      if (holders.length > 1 || isOutside) wrong.push([x, y, code, holders]);
      found += holders.length;
    }
    expect(wrong).toEqual([]);
    expect(found / 20_000).toBeGreaterThan(0.88);
  });

  it('come out the same when a commune is cut twice', () => {
    const part: Ground = { ...ground, communes: ground.communes.slice(3, 5) };
    expect(hash(buildParcelles(part))).toBe(hash(buildParcelles(part)));
  });
});

const X0 = 1_660_000;
const Y0 = 9_260_000;

function sidesOf(ring: Position[]): [Position, Position][] {
  return ring.slice(1).map((point, index) => [ring[index]!, point]);
}

function coordinatesOf(feature: { geometry: unknown }): Position[][] {
  return (feature.geometry as { coordinates: Position[][] }).coordinates;
}

function polygonArea(rings: Position[][]): number {
  return rings.reduce((sum, ring) => sum + ringArea(ring.slice(0, -1)), 0);
}

function sumByCommune(entries: [string, number][]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [code, area] of entries) sums.set(code, (sums.get(code) ?? 0) + area);
  return sums;
}

function hash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

function indexParcels(): Flatbush {
  const index = new Flatbush(parcels.length);
  for (const parcel of parcels) {
    const ring = coordinatesOf(parcel)[0]!;
    const xs = ring.map((point) => point[0]!);
    const ys = ring.map((point) => point[1]!);
    index.add(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys));
  }
  index.finish();
  return index;
}

/** Gives places in a ring, one after the other. */
function placesInside(ring: Position[]): (random: Random) => [number, number] {
  const xs = ring.map((point) => point[0]!);
  const ys = ring.map((point) => point[1]!);
  const [west, east] = [Math.min(...xs), Math.max(...xs)];
  const [south, north] = [Math.min(...ys), Math.max(...ys)];
  return (random) => {
    for (;;) {
      const x = random.between(west, east);
      const y = random.between(south, north);
      if (ringHolds(ring, x, y)) return [x, y];
    }
  };
}

/** Area in common over area of either (intersection over union) of each commune and the real one, by sampling. */
function measureLikeness({ communes }: Ground, path: string): number[] {
  const real: { properties: { code: string }; geometry: { type: string; coordinates: never } }[] =
    JSON.parse(readFileSync(path, 'utf8')).features;
  return communes.map(({ code, shape }) => {
    const { type, coordinates } = real.find((f) => f.properties.code === code)!.geometry;
    const polygons: Position[][][] = type === 'Polygon' ? [coordinates] : coordinates;
    const rings = polygons.map((p) => p[0]!.map(([lng, lat]) => lngLatToCc50(lng!, lat!)));
    const ours = shape[0]![0]!;
    const points = [...rings.flat(), ...ours];
    const xs = points.map((point) => point[0]!);
    const ys = points.map((point) => point[1]!);
    let common = 0;
    let either = 0;
    for (let x = Math.min(...xs); x < Math.max(...xs); x += 60) {
      for (let y = Math.min(...ys); y < Math.max(...ys); y += 60) {
        const isReal = rings.some((ring) => ringHolds(ring, x, y));
        const isOurs = ringHolds(ours, x, y);
        if (isReal && isOurs) common++;
        if (isReal || isOurs) either++;
      }
    }
    return common / either;
  });
}
