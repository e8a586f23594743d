import { readFileSync } from 'node:fs';
import type { Position } from 'geojson';
import { createNoise } from '../random.ts';
import { assertFound } from './assert-found.ts';
import { type CommuneGrid, communeAt } from './commune-grid.ts';
import type { Heart } from './communes.ts';
import type { GroundRiver } from './ground.ts';
import { distance, lineLength, roundToCm, simplifyLine } from './ring.ts';
import { type CellCost, findRoute } from './route.ts';
import { unwarp, warp } from './warp.ts';

/** What is known of a river: the communes it crosses, upstream to downstream, and the river it joins. */
export interface RiverFact {
  name: string;
  kind: GroundRiver['kind'];
  plainM: number;
  communes: string[];
  joins?: string;
}

/** The hand-written facts of `data/ground/rivers.json`; a river stands after the one it joins. */
export function readRiverFacts(): RiverFact[] {
  return JSON.parse(
    readFileSync(new URL('../../../data/ground/rivers.json', import.meta.url), 'utf8'),
  );
}

/** The named rivers and canals, each through the communes of its fact and into the river it joins. */
export function layRivers(grid: CommuneGrid, hearts: Heart[], facts: RiverFact[]): GroundRiver[] {
  const rivers: GroundRiver[] = [];
  for (const fact of facts) {
    const parent = fact.joins
      ? assertFound(
          rivers.find((river) => river.name === fact.joins),
          fact.joins,
        )
      : undefined;
    rivers.push(layRiver(grid, hearts, fact, parent));
  }
  return rivers;
}

/** A metre outside the listed communes costs as much as twenty inside. */
const OUTSIDE_COST = 20;
const EDGE_COST = 3;
const MEANDER_WAVE_M = 210;
const MEANDER_M = { canal: 0, rivière: 26, ruisseau: 18, fossé: 5 };

function layRiver(
  grid: CommuneGrid,
  hearts: Heart[],
  fact: RiverFact,
  parent: GroundRiver | undefined,
): GroundRiver {
  const crossed = fact.communes.map((name) =>
    assertFound(
      hearts.find((heart) => heart.name === name),
      name,
    ),
  );
  const stops = placeStops(grid, fact.name, crossed);
  if (parent) stops[stops.length - 1] = mouth(grid, crossed[crossed.length - 1]!, parent, stops);
  const listed = new Set(crossed.map((heart) => heart.index));
  const cost = riverCost(grid, fact, listed);
  const path: Position[] = [stops[0]!];
  for (let index = 1; index < stops.length; index++) {
    path.push(...findRoute(grid, stops[index - 1]!, stops[index]!, cost).slice(1));
  }
  const { name, kind, plainM } = fact;
  const line = drawLine(withoutLoops(path), kind);
  if (parent) line[line.length - 1] = nearestVertex(parent.line, line[line.length - 1]!);
  return { name, kind, plainM, line };
}

/** One stop in each commune: its heart, drawn towards the stops before and after as far as the commune allows. */
function placeStops(grid: CommuneGrid, name: string, crossed: Heart[]): Position[] {
  const aside = createNoise(`aside ${name}`, 2500);
  const stops = crossed.map(({ gridPoint: [x, y] }): Position => {
    return [x! + 700 * aside(x!, y!), y! + 700 * aside(y!, x!)];
  });
  for (let round = 0; round < 12; round++) {
    for (let index = 1; index + 1 < stops.length; index++) {
      const before = stops[index - 1]!;
      const after = stops[index + 1]!;
      const at = stops[index]!;
      const drawn: Position = [
        at[0]! / 2 + (before[0]! + after[0]!) / 4,
        at[1]! / 2 + (before[1]! + after[1]!) / 4,
      ];
      if (isDeepInside(grid, crossed[index]!.index, drawn)) stops[index] = drawn;
    }
  }
  return stops.map((stop, index) => {
    const heart = crossed[index]!;
    return !heart.member || isDeepInside(grid, heart.index, stop) ? stop : heart.gridPoint;
  });
}

const DEEP_M = 220;

function isDeepInside(grid: CommuneGrid, commune: number, [x, y]: Position): boolean {
  return [-DEEP_M, 0, DEEP_M].every((dx) =>
    [-DEEP_M, 0, DEEP_M].every((dy) => communeAt(grid, x! + dx, y! + dy) === commune),
  );
}

/** Where a tributary ends: the point of its parent, inside the last commune, nearest to where it comes from. */
function mouth(grid: CommuneGrid, last: Heart, parent: GroundRiver, stops: Position[]): Position {
  const from = stops[stops.length - 2]!;
  const reachable = parent.line
    .map(([x, y]) => unwarp(x!, y!))
    .filter(([x, y]) => communeAt(grid, x!, y!) === last.index);
  return nearestVertex(reachable.length > 0 ? reachable : parent.line, from);
}

function nearestVertex(line: Position[], to: Position): Position {
  return line.reduce((best, point) => (distance(point, to) < distance(best, to) ? point : best));
}

function riverCost(grid: CommuneGrid, fact: RiverFact, listed: Set<number>): CellCost {
  const wander = createNoise(`wander ${fact.name}`, fact.kind === 'canal' ? 2600 : 640);
  const weight = fact.kind === 'canal' ? 0.4 : 1.6;
  return (cell, x, y) => {
    const label = grid.labels[cell]!;
    if (!listed.has(label)) return OUTSIDE_COST;
    const atEdge = grid.labels[cell + 1] !== label || grid.labels[cell + grid.columns] !== label;
    return (1 + weight * (1 + wander(x, y))) * (atEdge ? EDGE_COST : 1);
  };
}

/** A path that comes back to a cell it has crossed is cut short there. */
function withoutLoops(path: Position[]): Position[] {
  const places = new Map<string, number>();
  const kept: Position[] = [];
  for (const point of path) {
    const key = point.join(' ');
    const seen = places.get(key);
    if (seen === undefined) {
      places.set(key, kept.length);
      kept.push(point);
    } else {
      for (const dropped of kept.splice(seen + 1)) places.delete(dropped.join(' '));
    }
  }
  return kept;
}

/** From cells to a line on the ground: smoothed, warped, bent into meanders. */
function drawLine(path: Position[], kind: GroundRiver['kind']): Position[] {
  let line = kind === 'canal' ? simplifyLine(path, 160) : path;
  line = densify(line, 55);
  for (let pass = 0; pass < 8; pass++) line = average(line);
  const meander = createNoise('meander', MEANDER_WAVE_M);
  const bent = line.map(([x, y], index): Position => {
    const [warpedX, warpedY] = warp(x!, y!) as [number, number];
    if (index === 0 || index === line.length - 1) return [warpedX, warpedY];
    const amplitude = MEANDER_M[kind];
    return [
      warpedX + amplitude * meander(warpedX, warpedY),
      warpedY + amplitude * meander(warpedY + 5000, warpedX),
    ];
  });
  return simplifyLine(bent, kind === 'canal' ? 22 : 1.5).map(roundToCm);
}

function average(line: Position[]): Position[] {
  return line.map((point, index) => {
    const before = line[index - 1];
    const after = line[index + 1];
    if (!before || !after) return point;
    return [
      (before[0]! + 2 * point[0]! + after[0]!) / 4,
      (before[1]! + 2 * point[1]! + after[1]!) / 4,
    ];
  });
}

/** The line with a vertex at least every `stepM` metres. */
export function densify(line: Position[], stepM: number): Position[] {
  const dense: Position[] = [line[0]!];
  for (let index = 1; index < line.length; index++) {
    const a = line[index - 1]!;
    const b = line[index]!;
    const parts = Math.max(1, Math.ceil(lineLength([a, b]) / stepM));
    for (let part = 1; part <= parts; part++) {
      const t = part / parts;
      dense.push([a[0]! + t * (b[0]! - a[0]!), a[1]! + t * (b[1]! - a[1]!)]);
    }
  }
  return dense;
}
