import type { Geometry, Position } from 'geojson';

/** Where the territory lies in CC50, in metres: tests run at its magnitudes. */
export const ORIGIN: readonly [number, number] = [1_670_000, 9_250_000];

/** A closed square ring, counter-clockwise, its lower left corner at [x, y] from `ORIGIN`. */
export function createSquare(x: number, y: number, size: number): Position[] {
  return createRing([
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
  ]);
}

/** A closed ring through positions given from `ORIGIN`. */
export function createRing(positions: Position[]): Position[] {
  const ring = positions.map(shift);
  return [...ring, ring[0]!];
}

/** A position given from `ORIGIN`, in CC50. */
export function shift(position: Position): Position {
  return [ORIGIN[0] + position[0]!, ORIGIN[1] + position[1]!];
}

/** A star-shaped polygon of `count` vertices within `radius` of a centre, with a hole in it every other time. */
export function createStar(
  random: () => number,
  centre: Position,
  radius: number,
  count: number,
): Geometry {
  const star = (inner: number, outer: number) =>
    createRing(
      Array.from({ length: count }, (_, i) => {
        const angle = ((i + 0.8 * random()) / count) * 2 * Math.PI;
        const reach = radius * (inner + (outer - inner) * random());
        return [centre[0]! + reach * Math.cos(angle), centre[1]! + reach * Math.sin(angle)];
      }),
    );
  const shell = star(0.5, 1);
  return { type: 'Polygon', coordinates: random() < 0.5 ? [shell] : [shell, star(0.1, 0.3)] };
}

/**
 * A polygon made of cells of a grid of `cell` metres: a rectangle, sometimes with a notch or a hole. Two of them
 * share vertices, stretches of border and whole borders more often than not.
 */
export function createGridPolygon(random: () => number, cell: number): Geometry {
  const at = () => Math.floor(6 * random()) * cell;
  const x = at();
  const y = at();
  const width = (2 + Math.floor(3 * random())) * cell;
  const height = (2 + Math.floor(3 * random())) * cell;
  const shell: Position[] = [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ];
  const kind = random();
  if (kind < 0.3) return { type: 'Polygon', coordinates: [createRing(shell)] };
  if (kind < 0.5)
    shell.splice(2, 1, [x + width, y + cell], [x + cell, y + cell], [x + cell, y + height]);
  if (kind >= 0.5 && kind < 0.6) shell.splice(2, 1);
  if (kind < 0.6) return { type: 'Polygon', coordinates: [createRing(shell)] };
  if (kind < 0.7) shell.splice(1, 0, [x + width / 2, y + cell]);
  if (kind < 0.7) return { type: 'Polygon', coordinates: [createRing(shell)] };
  if (kind < 0.8) {
    const other = createSquare(x + width, y + height, cell);
    return { type: 'MultiPolygon', coordinates: [[createRing(shell)], [other]] };
  }
  const hole = createSquare(x + cell / 2, y + cell / 2, cell);
  return { type: 'Polygon', coordinates: [createRing(shell), hole] };
}
