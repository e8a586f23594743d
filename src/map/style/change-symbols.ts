import type { ChangeKind } from '../../domain/change.ts';
import type { GeometryFamily, LayerSymbol } from '../../domain/layer.ts';
import { INK, mix, PAPER } from '../../domain/style/colour.ts';

/** Opacity of the ink of features that did not change, 0 to 1. */
export const UNCHANGED_OPACITY = 0.4;

/** What a change is drawn as; `before` is the old shape of a feature that moved. */
export type DrawnChange = ChangeKind | 'before';

/** Blue, vermilion, purple and ochre after Okabe and Ito, darkened: apart for every colour vision, 3:1 at least on paper. */
export const CHANGE_COLOURS: Record<ChangeKind, string> = {
  added: '#0063a6',
  removed: '#c44e00',
  moved: '#8a3a78',
  edited: '#7a5f00',
};

const { added, removed, moved, edited } = CHANGE_COLOURS;

/** Ink over paper as thinly as the unchanged features are drawn. */
const PALE_INK = mix(PAPER, INK, UNCHANGED_OPACITY);

/** The symbol of each kind of change; hatch, dash or size tell them apart without their colour. */
export const CHANGE_SYMBOLS: Record<GeometryFamily, Record<DrawnChange, LayerSymbol>> = {
  polygon: {
    added: { fill: added, fillOpacity: 0.45, line: added, lineWidth: 2.5 },
    removed: {
      fill: removed,
      fillOpacity: 0.12,
      hatch: 'crossed',
      line: removed,
      lineWidth: 2,
      dash: [3, 1.5],
    },
    moved: { fill: moved, fillOpacity: 0.22, hatch: 'diagonal', line: moved, lineWidth: 2.5 },
    edited: { fill: edited, fillOpacity: 0.2, hatch: 'dotted', line: edited, lineWidth: 1.25 },
    before: { line: moved, lineWidth: 1.5, dash: [2, 2] },
  },
  line: {
    added: { line: added, lineWidth: 4.5 },
    removed: { line: removed, lineWidth: 4, dash: [1.5, 1] },
    moved: { line: moved, lineWidth: 3.5, dash: [4, 0.8, 1, 0.8] },
    edited: { line: edited, lineWidth: 3, dash: [0.7, 1] },
    before: { line: moved, lineWidth: 1.5, dash: [2, 2] },
  },
  point: {
    added: { fill: added, line: INK, lineWidth: 1.5, radius: 8 },
    removed: { fill: PAPER, line: removed, lineWidth: 3.5, radius: 6.5 },
    moved: { fill: INK, line: moved, lineWidth: 4, radius: 4.5 },
    edited: { fill: edited, radius: 4.5, lineWidth: 1 },
    before: { fill: PAPER, line: moved, lineWidth: 1.5, radius: 4 },
  },
};

/** Whether a diff is of lines or polygons few enough to be marked by the discs of points where they are too small to be seen. */
export function isMarked(geometry: GeometryFamily, changes: number): boolean {
  return geometry !== 'point' && changes <= MAX_MARKS;
}

/** More marks than this would hide each other. */
const MAX_MARKS = 500;

/** How the features that did not change are drawn, in a legend; on the map deck.gl does it. */
export const UNCHANGED_SYMBOLS: Record<GeometryFamily, LayerSymbol> = {
  polygon: { line: PALE_INK, lineWidth: 1 },
  line: { line: PALE_INK, lineWidth: 1 },
  point: { fill: PALE_INK, radius: 3 },
};
