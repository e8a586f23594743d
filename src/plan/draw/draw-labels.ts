import { populationField } from '../../domain/style/drawn-fields.ts';
import { LINE_NAME_SPACING_PX, POINT_NAME_OFFSET_EMS } from '../../domain/style/label-sizes.ts';
import { isLarge, labelZoom } from '../../domain/style/large-layer.ts';
import type { Xy } from '../../domain/units.ts';
import { paperBox, rowAreas, rowPaths, rowPoints } from '../paper-rows.ts';
import type { DotMark, LabelMark, LineMark, PlanFrame } from '../plan.ts';
import { placesAlong } from './along-line.ts';
import type { PaperLayer } from './draw-layer.ts';
import { insidePlace } from './inside-place.ts';
import { joinPaths } from './join-paths.ts';
import { labelBlock, type PlacedLabel, placeBlock } from './label-block.ts';
import { labelKind, labelLook } from './label-look.ts';
import { createLabelRoom, type LabelRoom } from './label-room.ts';

/**
 * The names of a plan, none over another: those of communes first, then those of the themes, topmost first, then those of the base map; in a
 * layer the larger before the smaller. What finds no room is not named, as on the map. `stack` is bottom first.
 */
export function labelMarks(
  frame: PlanFrame,
  stack: readonly PaperLayer[],
  dots: readonly DotMark[],
): NameMark[] {
  const room = createLabelRoom(paperBox(frame, -EDGE_MM));
  if (dots.length <= MANY_DOTS) for (const dot of dots) room.spare(boxOfDot(dot));
  const named = stack.filter(isNamed).reverse();
  const towns = named.filter(({ layer }) => labelKind(layer) === 'town');
  const others = named.filter(({ layer }) => labelKind(layer) !== 'town');
  const themes = others.filter(({ layer }) => !layer.base);
  const base = others.filter(({ layer }) => layer.base);
  const names = [...towns, ...themes, ...base].flatMap((drawn) => placeLayer(drawn, room));
  return [...gapsOf(names), ...names.filter((mark) => mark.kind === 'label')];
}

/** The paper between words as one mark for each width, to be painted before all names. */
function gapsOf(names: readonly NameMark[]): LineMark[] {
  const gaps = new Map<number, LineMark>();
  for (const mark of names) {
    if (mark.kind !== 'line') continue;
    const known = gaps.get(mark.stroke.widthMm);
    if (known) known.paths.push(...mark.paths);
    else gaps.set(mark.stroke.widthMm, { ...mark, paths: [...mark.paths] });
  }
  return [...gaps.values()];
}

/** A line of a name, or the paper between two words of it. */
type NameMark = LabelMark | LineMark;

/** A name with its places, the best first. */
interface Candidate {
  /** The larger, the sooner it is placed. */
  weight: number;
  places: () => PlacedLabel[];
}

function isNamed({ layer, scale }: PaperLayer): boolean {
  return layer.style.labelField !== undefined && scale.zoom >= (labelZoom(layer) ?? 0);
}

function placeLayer(drawn: PaperLayer, room: LabelRoom): NameMark[] {
  if (drawn.layer.geometry === 'line') return placeLines(drawn, room);
  const candidates =
    drawn.layer.geometry === 'polygon' ? areaCandidates(drawn) : pointCandidates(drawn);
  candidates.sort((a, b) => b.weight - a.weight);
  const mustStand = labelKind(drawn.layer) === 'town';
  return candidates.flatMap(({ places }) => {
    const tried = places();
    const free = tried.find(({ boxes }) => room.take(boxes));
    const stands = free ?? (mustStand ? tried.find(({ boxes }) => room.take(boxes, true)) : null);
    return stands?.marks ?? [];
  });
}

function areaCandidates(drawn: PaperLayer): Candidate[] {
  const { layer, table, rows } = drawn;
  const inhabitants = table.columns[populationField(layer)?.name ?? ''];
  const most = Math.max(1, ...(inhabitants ?? []).map(Number));
  return rowsWithText(drawn).flatMap(({ row, text }): Candidate[] => {
    const rings = rowAreas(rows, row, 0);
    const rank = Math.sqrt(Math.max(0, Number(inhabitants?.[row] ?? 0)) / most);
    const block = labelBlock(text, labelLook(drawn, row, rank));
    const place = rings.length > 0 ? insidePlace(rings, block.heightMm) : null;
    if (!place || (isLarge(layer) && place.widthMm < block.widthMm)) return [];
    const { at, widthMm } = place;
    const places = NUDGES.map(
      ([dx, dy]): Xy => [at[0] + dx * block.widthMm, at[1] + dy * block.heightMm],
    );
    return [
      {
        weight: inhabitants ? rank : widthMm,
        places: () => places.map((one) => placeBlock(block, one)),
      },
    ];
  });
}

function pointCandidates(drawn: PaperLayer): Candidate[] {
  const { pixelMm } = drawn.scale;
  return rowsWithText(drawn).flatMap(({ row, text }) =>
    rowPoints(drawn.rows, row).map(([x, y]): Candidate => {
      const block = labelBlock(text, labelLook(drawn, row, 0));
      const gap = POINT_NAME_OFFSET_EMS * block.look.sizeMm + pixelMm;
      const away = gap + block.heightMm / 2;
      const places = () => [
        placeBlock(block, [x + gap, y], 'left'),
        placeBlock(block, [x - gap, y], 'right'),
        placeBlock(block, [x, y + away]),
        placeBlock(block, [x, y - away]),
      ];
      return { weight: 0, places };
    }),
  );
}

/** Names along lines: those of one name are one line again first, and a name returns only far from where it stands already. */
function placeLines(drawn: PaperLayer, room: LabelRoom): NameMark[] {
  const lots = new Map<string, { row: number; paths: Float64Array[] }>();
  for (const { row, text } of rowsWithText(drawn)) {
    const lot = lots.get(text);
    if (lot) lot.paths.push(...rowPaths(drawn.rows, row));
    else lots.set(text, { row, paths: rowPaths(drawn.rows, row) });
  }
  const spacing = LINE_NAME_SPACING_PX * drawn.scale.pixelMm;
  const named = [...lots].map(([text, { row, paths }]) => ({
    block: labelBlock(text, labelLook(drawn, row, 0)),
    paths: joinPaths(paths).sort((a, b) => b.length - a.length),
  }));
  return named.flatMap(({ block, paths }) => {
    const standing: Xy[] = [];
    return paths.flatMap((path) =>
      placesAlong(path, block).flatMap((place) => {
        const { at } = place;
        const isFar = standing.every(([x, y]) => Math.hypot(x - at[0], y - at[1]) >= spacing);
        if (!isFar || !room.take(place.boxes)) return [];
        standing.push(at);
        return place.marks;
      }),
    );
  });
}

function rowsWithText({ layer, table, rows }: PaperLayer): { row: number; text: string }[] {
  const texts = table.columns[layer.style.labelField ?? ''] ?? [];
  return Array.from({ length: rows.column.length }, (_, row) => row).flatMap((row) => {
    const text = String(texts[row] ?? '').trim();
    return text ? [{ row, text }] : [];
  });
}

function boxOfDot({ at: [x, y], radiusMm }: DotMark): [number, number, number, number] {
  return [x - radiusMm, y - radiusMm, x + radiusMm, y + radiusMm];
}

/** Where the name of an area is tried, in its own widths and heights from the best place. */
const NUDGES = [
  [0, 0],
  [0, -0.8],
  [0, 0.8],
  [-0.3, -1.6],
  [0.3, -1.6],
  [-0.3, 1.6],
  [0.3, 1.6],
] as const;
/** Names keep so far from the frame. */
const EDGE_MM = 0.5;
/** Where there are more points, names stand on them: else there would be none. */
const MANY_DOTS = 300;
