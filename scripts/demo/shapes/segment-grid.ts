import type { Position } from 'geojson';

/** One segment of a line: the line's number and its own place in it. */
export interface GridSegment {
  /** Number among all segments. */
  number: number;
  line: number;
  index: number;
  start: Position;
  end: Position;
}

/** The segments of lines, found by where they are. */
export interface SegmentGrid {
  segments: GridSegment[];
  /** The segments whose cells are met by the box of two positions, widened by `reach` metres; each once. */
  near(a: Position, b: Position, reach: number): GridSegment[];
}

/** A grid of the segments of some lines, in metres. */
export function createSegmentGrid(lines: Position[][]): SegmentGrid {
  const segments: GridSegment[] = [];
  const cells = new Map<number, GridSegment[]>();
  lines.forEach((line, number) => {
    line.slice(1).forEach((end, index) => {
      const segment = { number: segments.length, line: number, index, start: line[index]!, end };
      segments.push(segment);
      for (const key of cellsOf(segment.start, end, 0)) {
        const cell = cells.get(key);
        if (cell) cell.push(segment);
        else cells.set(key, [segment]);
      }
    });
  });
  return {
    segments,
    near(a, b, reach) {
      const found = new Set<GridSegment>();
      for (const key of cellsOf(a, b, reach)) {
        for (const segment of cells.get(key) ?? []) found.add(segment);
      }
      return [...found];
    },
  };
}

const CELL_M = 60;
const CELLS_A_ROW = 100_000;

function* cellsOf(a: Position, b: Position, reach: number): Iterable<number> {
  const cell = (value: number) => Math.floor(value / CELL_M);
  const [west, east] = [cell(Math.min(a[0]!, b[0]!) - reach), cell(Math.max(a[0]!, b[0]!) + reach)];
  const [south, north] = [
    cell(Math.min(a[1]!, b[1]!) - reach),
    cell(Math.max(a[1]!, b[1]!) + reach),
  ];
  for (let row = south; row <= north; row++) {
    for (let column = west; column <= east; column++) yield row * CELLS_A_ROW + column;
  }
}
