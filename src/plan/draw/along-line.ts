import { LINE_NAME_MAX_BEND } from '../../domain/style/label-sizes.ts';
import type { Extent, Xy } from '../../domain/units.ts';
import type { LineMark } from '../plan.ts';
import { reversed } from './join-paths.ts';
import type { LabelBlock, PlacedLabel } from './label-block.ts';
import { gapMark, labelWidth, lineMark } from './label-block.ts';
import type { LabelLook } from './label-look.ts';

/**
 * The places of a name along a path, straightest first: read from left to right, in one piece where the path is straight enough, else
 * letter by letter. None where the path is shorter than the name or bends too sharply.
 */
export function placesAlong(path: Float64Array, { lines, look }: LabelBlock): PlacedLabel[] {
  const text = lines.join(' ');
  const width = labelWidth(text, look);
  const course = courseOf(path);
  if (course.length < width * ROOM_SHARE) return [];
  const places: { label: PlacedLabel; bend: number }[] = [];
  const last = course.length - width;
  const step = Math.max(look.sizeMm, last / MAX_TRIES);
  for (let from = last / 2, i = 0; i <= MAX_TRIES; i++) {
    const start = from + (i % 2 === 0 ? 1 : -1) * Math.ceil(i / 2) * step;
    if (start < 0 || start > last) continue;
    const place = placeAt(course, start, width, text, look);
    if (place) places.push(place);
  }
  return places.sort((a, b) => a.bend - b.bend).map(({ label }) => label);
}

/** A path with the way to each of its vertices. */
interface Course {
  path: Float64Array;
  way: Float64Array;
  length: number;
}

function courseOf(path: Float64Array): Course {
  const way = new Float64Array(path.length / 2);
  for (let i = 1; i < way.length; i++) {
    const [dx, dy] = [path[2 * i]! - path[2 * i - 2]!, path[2 * i + 1]! - path[2 * i - 1]!];
    way[i] = way[i - 1]! + Math.hypot(dx, dy);
  }
  return { path, way, length: way.at(-1) ?? 0 };
}

function pointAt({ path, way }: Course, at: number): Xy {
  let [low, high] = [0, way.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (way[middle]! <= at) low = middle;
    else high = middle;
  }
  const length = way[high]! - way[low]!;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, (at - way[low]!) / length));
  return [
    path[2 * low]! + share * (path[2 * high]! - path[2 * low]!),
    path[2 * low + 1]! + share * (path[2 * high + 1]! - path[2 * low + 1]!),
  ];
}

function placeAt(
  course: Course,
  start: number,
  width: number,
  text: string,
  look: LabelLook,
): { label: PlacedLabel; bend: number } | null {
  const ends = [pointAt(course, start), pointAt(course, start + width)] as const;
  if (ends[0][0] > ends[1][0]) {
    const turned = courseOf(reversed(course.path));
    return placeAt(turned, course.length - start - width, width, text, look);
  }
  const off = farthestOff(course, start, width, ends);
  const turn = degreesOf(ends[0], ends[1]);
  if (off <= STRAIGHT_EMS * look.sizeMm) {
    const middle: Xy = [(ends[0][0] + ends[1][0]) / 2, (ends[0][1] + ends[1][1]) / 2];
    const marks = [...gapsBetween(text, ends, look), lineMark(text, middle, look, turn)];
    return { label: { at: middle, marks, boxes: boxesOf(ends, look) }, bend: off };
  }
  return letterByLetter(course, start, width, text, look);
}

function letterByLetter(
  course: Course,
  start: number,
  width: number,
  text: string,
  look: LabelLook,
): { label: PlacedLabel; bend: number } | null {
  const characters = [...text];
  let at = start;
  let before: number | null = null;
  let bend = 0;
  const label: PlacedLabel = { at: pointAt(course, start + width / 2), marks: [], boxes: [] };
  for (const character of characters) {
    const own = labelWidth(character, look);
    const [from, to] = [pointAt(course, at), pointAt(course, Math.min(at + own, start + width))];
    const turn = degreesOf(from, to);
    const change = before === null ? 0 : Math.abs(((turn - before + 540) % 360) - 180);
    if (change > LINE_NAME_MAX_BEND) return null;
    bend += change;
    before = turn;
    const middle: Xy = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
    label.boxes.push(squareAt(middle, look));
    label.marks.push(
      character === ' ' ? gapMark(from, to, look) : lineMark(character, middle, look, turn),
    );
    at += own + look.trackingMm;
  }
  return bend > MAX_TOTAL_BEND ? null : { label, bend: bend + 1 };
}

/** The paper between the words of a name that runs straight from one point to another. */
function gapsBetween(text: string, [a, b]: readonly [Xy, Xy], look: LabelLook): LineMark[] {
  const width = labelWidth(text, look);
  const at = (way: number): Xy => {
    const share = way / width;
    return [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])];
  };
  return [...text.matchAll(/ /g)].map(({ index }) => {
    const start = labelWidth(text.slice(0, index), look) + look.trackingMm;
    return gapMark(at(start), at(start + labelWidth(' ', look)), look);
  });
}

/** How far the path leaves the straight line between two of its points. */
function farthestOff(
  course: Course,
  start: number,
  width: number,
  [a, b]: readonly [Xy, Xy],
): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = Math.hypot(dx, dy) || 1;
  let farthest = Math.abs(width - length);
  for (let i = 1; i < SAMPLES; i++) {
    const [x, y] = pointAt(course, start + (width * i) / SAMPLES);
    farthest = Math.max(farthest, Math.abs(dx * (y - a[1]) - dy * (x - a[0])) / length);
  }
  return farthest;
}

function boxesOf([a, b]: readonly [Xy, Xy], look: LabelLook): Extent[] {
  const count = Math.max(1, Math.ceil(Math.hypot(b[0] - a[0], b[1] - a[1]) / look.sizeMm));
  return Array.from({ length: count + 1 }, (_, i) => {
    const share = i / count;
    return squareAt([a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])], look);
  });
}

function squareAt([x, y]: Xy, { sizeMm, paddingMm }: LabelLook): Extent {
  const half = sizeMm / 2 + paddingMm;
  return [x - half, y - half, x + half, y + half];
}

function degreesOf([ax, ay]: Xy, [bx, by]: Xy): number {
  return (Math.atan2(by - ay, bx - ax) * 180) / Math.PI;
}

/** A name may be a little longer than a straight street. */
const ROOM_SHARE = 1.05;
/** A path is straight enough for a name in one piece when it leaves it by less. */
const STRAIGHT_EMS = 0.14;
/** Degrees that a name may turn in all. */
const MAX_TOTAL_BEND = 110;
const MAX_TRIES = 24;
const SAMPLES = 8;
