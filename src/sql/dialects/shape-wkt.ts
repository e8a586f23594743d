import type { Shape } from '../../domain/shape.ts';

/** A shape as well-known text (OGC 06-103r4), in degrees, longitude first, with the coordinates as they are. */
export function toWkt({ geometry }: Shape): string {
  return `${geometry.type.toUpperCase()} ${write(geometry.coordinates)}`;
}

/** Nested positions, in as many parentheses as they are deep; a lone position in one pair. */
function write(coordinates: Nested): string {
  return isPosition(coordinates)
    ? `(${position(coordinates)})`
    : `(${coordinates.map((inner) => (isPosition(inner) ? position(inner) : write(inner))).join(', ')})`;
}

type Nested = number[] | Nested[];

function isPosition(nested: Nested): nested is number[] {
  return typeof nested[0] === 'number';
}

function position([lng, lat]: number[]): string {
  return `${lng} ${lat}`;
}
