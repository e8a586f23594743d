import type { Position } from 'geojson';
import { oncePerGround } from '../../demo-layer.ts';
import type { Ground, GroundCommune } from '../../ground/ground.ts';
import { distance, lineLength, simplifyLine } from '../../ground/ring.ts';
import { communeAt } from '../../shapes/commune-at.ts';
import { pointAlong, sliceLine } from '../../shapes/polyline.ts';

/** A street, or the part of a road that lies in one commune, along which pipes may run. CC50 metres. */
export interface PipeStreet {
  commune: GroundCommune;
  /** Name of the street or road, or null. */
  name: string | null;
  line: Position[];
  metres: number;
  middle: Position;
  /** How far from the town, in parts of the size of its commune: streets near to it have pipes first. */
  rank: number;
}

/** The streets and roads of the territory, but motorways and tracks, cut at the limits of communes; nearest ranks first. */
export const pipeStreets = oncePerGround((ground: Ground): PipeStreet[] => {
  const at = (place: Position) => communeAt(ground, place);
  const streets: PipeStreet[] = [];
  for (const { name, kind, line } of ground.roads) {
    if (kind === 'autoroute' || (kind === 'locale' && name === '')) continue;
    const isStreet = kind === 'locale';
    for (const { commune, part } of isStreet ? wholeIn(line, at) : cutAtLimits(line, at)) {
      const metres = lineLength(part);
      if (metres < SHORTEST_M) continue;
      const middle = pointAlong(part, metres / 2).point;
      const away = distance(middle, commune.centre) / Math.sqrt(commune.areaM2);
      streets.push({ commune, name: name || null, line: part, metres, middle, rank: away });
    }
  }
  return streets.sort((a, b) => a.rank - b.rank);
});

const SHORTEST_M = 12;
const STEP_M = 30;
/** A pipe follows its street within so many metres: half of a street's width. */
const STRAIGHT_M = 1.5;
/** A long road is cut so that a pipe is no longer than this. */
const LONGEST_M = 600;

type CommuneAt = (place: Position) => GroundCommune | null;

function wholeIn(line: Position[], at: CommuneAt): { commune: GroundCommune; part: Position[] }[] {
  const commune = at(pointAlong(line, lineLength(line) / 2).point);
  return commune ? [{ commune, part: simplifyLine(line, STRAIGHT_M) }] : [];
}

function cutAtLimits(
  line: Position[],
  at: CommuneAt,
): { commune: GroundCommune; part: Position[] }[] {
  const length = lineLength(line);
  const count = Math.max(1, Math.round(length / STEP_M));
  const parts: { commune: GroundCommune; part: Position[] }[] = [];
  let [from, current] = [0, at(pointAlong(line, 0.5 * STEP_M).point)];
  for (let i = 1; i <= count; i++) {
    const to = (i / count) * length;
    const next = i === count ? null : at(pointAlong(line, to + 0.5 * STEP_M).point);
    if (next === current && to - from < LONGEST_M) continue;
    if (current)
      parts.push({ commune: current, part: simplifyLine(sliceLine(line, from, to), STRAIGHT_M) });
    [from, current] = [to, next];
  }
  return parts;
}
