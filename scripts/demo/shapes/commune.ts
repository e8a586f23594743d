import type { Position } from 'geojson';
import { AppError } from '../../../src/domain/errors.ts';
import type { Ground, GroundCommune } from '../ground/ground.ts';
import { distance, lineLength } from '../ground/ring.ts';
import { boxOf, shapeContains } from './polygon.ts';
import { pointAlong } from './polyline.ts';

/**
 * The commune of that INSEE code.
 * @throws {AppError} `source-unreadable` when the ground has none.
 */
export function findCommune(ground: Ground, code: string): GroundCommune {
  const commune = ground.communes.find((candidate) => candidate.code === code);
  if (!commune)
    throw new AppError('source-unreadable', `no commune ${code} in the ground`, { code });
  return commune;
}

/** The parts of lines that run inside a commune, at steps of `stepM` metres; parts of one step are left out. */
export function partsInside(
  commune: GroundCommune,
  lines: Position[][],
  stepM: number,
): Position[][] {
  const box = boxOf(commune.shape.flatMap((polygon) => polygon[0]!));
  const parts: Position[][] = [];
  for (const line of lines) {
    const reach = boxOf(line);
    if (reach[0] > box[2] || reach[2] < box[0] || reach[1] > box[3] || reach[3] < box[1]) continue;
    let part: Position[] = [];
    for (const point of stepsAlong(line, stepM)) {
      if (shapeContains(commune.shape, point)) part.push(point);
      else {
        parts.push(part);
        part = [];
      }
    }
    parts.push(part);
  }
  return parts.filter((part) => part.length > 1);
}

/** Points of a line every `stepM` metres, both ends included. */
function stepsAlong(line: Position[], stepM: number): Position[] {
  const length = lineLength(line);
  const count = Math.max(1, Math.ceil(length / stepM));
  const points: Position[] = [];
  let [vertex, along] = [1, 0];
  for (let i = 0; i <= count; i++) {
    const wanted = (i / count) * length;
    while (vertex < line.length - 1 && along + span(line, vertex) < wanted)
      along += span(line, vertex++);
    points.push(pointAlong([line[vertex - 1]!, line[vertex]!], wanted - along).point);
  }
  return points;
}

function span(line: Position[], vertex: number): number {
  return distance(line[vertex - 1]!, line[vertex]!);
}
