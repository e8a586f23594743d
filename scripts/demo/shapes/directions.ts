import type { Position } from 'geojson';

/** French name of the direction that one looks in from `from` to `to`: "Nord", "Nord-Est"… */
export function directionName(from: Position, to: Position): string {
  const angle = Math.atan2(to[1]! - from[1]!, to[0]! - from[0]!);
  const eighth = Math.round((angle / (2 * Math.PI)) * 8);
  return NAMES[(eighth + 8) % 8]!;
}

/** Counterclockwise from the east. */
const NAMES = ['Est', 'Nord-Est', 'Nord', 'Nord-Ouest', 'Ouest', 'Sud-Ouest', 'Sud', 'Sud-Est'];
