import type { Position } from 'geojson';
import { oncePerGround } from '../demo-layer.ts';
import type { Ground } from '../ground/ground.ts';
import { boxOf } from './polygon.ts';
import { nearestOnLine } from './polyline.ts';

/**
 * The name of the street nearest to a position in CC50 metres, as it stands after another word: "rue des Lilas"; null
 * when there is none within `REACH_M`.
 */
export function nearestStreet(ground: Ground, position: Position): string | null {
  const [x, y] = position as [number, number];
  let best: { name: string; away: number } | undefined;
  for (const { name, line, box } of streetsOf(ground)) {
    const isNear =
      x > box[0] - REACH_M && x < box[2] + REACH_M && y > box[1] - REACH_M && y < box[3] + REACH_M;
    if (!isNear) continue;
    const away = nearestOnLine(line, position).distance;
    if (away < (best?.away ?? REACH_M)) best = { name, away };
  }
  return best ? best.name.charAt(0).toLowerCase() + best.name.slice(1) : null;
}

const REACH_M = 250;

const streetsOf = oncePerGround(({ roads }: Ground) =>
  roads
    .filter(({ name, kind }) => kind === 'locale' && name !== '')
    .map(({ name, line }) => ({ name, line, box: boxOf(line) })),
);
