import { readFileSync } from 'node:fs';
import type { Position } from 'geojson';
import { createNoise } from '../random.ts';
import { assertFound } from './assert-found.ts';
import type { Heart } from './communes.ts';
import type { Ground, GroundRoad } from './ground.ts';
import { distance, roundToCm, simplifyLine } from './ring.ts';

/** What is known of a road or rail line: the communes it goes through, each by its heart or so many metres aside. */
export interface WayFact {
  name: string;
  through: (string | [commune: string, eastM: number, northM: number])[];
}

/** The hand-written facts of `data/ground/roads.json`. */
export function readRoadFacts(): (WayFact & { kind: GroundRoad['kind'] })[] {
  return JSON.parse(
    readFileSync(new URL('../../../data/ground/roads.json', import.meta.url), 'utf8'),
  );
}

/** The hand-written facts of `data/ground/rails.json`. */
export function readRailFacts(): WayFact[] {
  return JSON.parse(
    readFileSync(new URL('../../../data/ground/rails.json', import.meta.url), 'utf8'),
  );
}

/**
 * Main roads by their facts, then a secondary road between each two hearts that no third heart stands between
 * (Gabriel graph) unless a main road already joins them.
 */
export function layRoads(hearts: Heart[]): GroundRoad[] {
  const facts = readRoadFacts();
  const main = facts.map(({ name, kind, through }): GroundRoad => {
    const stops = through.map((stop) => placeStop(hearts, stop));
    return { name, kind, line: kind === 'autoroute' ? sweep(stops) : wind(stops, 0.05) };
  });
  const joined = new Set<string>();
  for (const { through } of facts) {
    for (let index = 1; index < through.length; index++) {
      joined.add([through[index - 1], through[index]].map(String).sort().join('|'));
    }
  }
  return [...main, ...secondaryRoads(hearts, joined)];
}

/** Rail lines by their facts, in wide curves. */
export function layRails(hearts: Heart[]): Ground['rails'] {
  return readRailFacts().map(({ name, through }) => ({
    name,
    line: sweep(through.map((stop) => placeStop(hearts, stop))),
  }));
}

const LONGEST_SECONDARY_M = 5600;
const WIND_WAVE_M = 750;

function placeStop(hearts: Heart[], stop: WayFact['through'][number]): Position {
  const [name, eastM, northM] = typeof stop === 'string' ? [stop, 0, 0] : stop;
  const heart = assertFound(
    hearts.find((candidate) => candidate.name === name),
    name,
  );
  return [heart.point[0]! + eastM, heart.point[1]! + northM];
}

function secondaryRoads(hearts: Heart[], joined: Set<string>): GroundRoad[] {
  const roads: GroundRoad[] = [];
  for (let i = 0; i < hearts.length; i++) {
    for (let j = i + 1; j < hearts.length; j++) {
      const a = hearts[i]!;
      const b = hearts[j]!;
      if (!a.member || joined.has([a.name, b.name].sort().join('|'))) continue;
      if (!areGabrielNeighbours(a, b, hearts)) continue;
      const name = `D${100 + ((i * 37 + j * 11) % 190)}`;
      roads.push({ name, kind: 'secondaire', line: wind([a.point, b.point], 0.1) });
    }
  }
  return roads;
}

function areGabrielNeighbours(a: Heart, b: Heart, hearts: Heart[]): boolean {
  const apart = distance(a.point, b.point);
  if (apart > LONGEST_SECONDARY_M) return false;
  const middle = [(a.point[0]! + b.point[0]!) / 2, (a.point[1]! + b.point[1]!) / 2];
  return !hearts.some((c) => c !== a && c !== b && distance(c.point, middle) < apart * 0.5);
}

/** A road that winds between its stops by `share` of their distance, and not at the stops. */
function wind(stops: Position[], share: number): Position[] {
  const bend = createNoise('road bend', WIND_WAVE_M);
  const line: Position[] = [stops[0]!];
  for (let index = 1; index < stops.length; index++) {
    const a = stops[index - 1]!;
    const b = stops[index]!;
    const apart = distance(a, b);
    const parts = Math.max(2, Math.round(apart / 90));
    for (let part = 1; part <= parts; part++) {
      const t = part / parts;
      const x = a[0]! + t * (b[0]! - a[0]!);
      const y = a[1]! + t * (b[1]! - a[1]!);
      const aside = apart * share * 4 * t * (1 - t) * bend(x, y);
      line.push([x - (aside * (b[1]! - a[1]!)) / apart, y + (aside * (b[0]! - a[0]!)) / apart]);
    }
  }
  return simplifyLine(line, 2.5).map(roundToCm);
}

/** A smooth curve through the stops (Catmull-Rom), for what cannot turn sharply. */
function sweep(stops: Position[]): Position[] {
  const line: Position[] = [stops[0]!];
  for (let index = 1; index < stops.length; index++) {
    const p1 = stops[index - 1]!;
    const p2 = stops[index]!;
    const p0 = stops[index - 2] ?? p1;
    const p3 = stops[index + 1] ?? p2;
    const parts = Math.ceil(distance(p1, p2) / 60);
    for (let part = 1; part <= parts; part++) {
      const t = part / parts;
      line.push([0, 1].map((axis) => spline(p0[axis]!, p1[axis]!, p2[axis]!, p3[axis]!, t)));
    }
  }
  return simplifyLine(line, 1.5).map(roundToCm);
}

function spline(p0: number, p1: number, p2: number, p3: number, t: number): number {
  const linear = (p2 - p0) * t;
  const square = (2 * p0 - 5 * p1 + 4 * p2 - p3) * t * t;
  const cube = (3 * p1 - p0 - 3 * p2 + p3) * t * t * t;
  return (2 * p1 + linear + square + cube) / 2;
}
