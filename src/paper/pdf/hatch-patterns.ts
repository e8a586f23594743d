import { HATCH_LINE_PX, HATCH_STROKES, HATCH_TILE_PX } from '../../domain/style/hatch-strokes.ts';
import type { PlanHatch } from '../../plan/plan.ts';

/** The pattern of a hatch, made when it is first asked for. */
export type Hatches = (hatch: PlanHatch) => PDFKit.PDFTilingPattern;

/** Patterns in the current space of a document, whose unit is the millimetre: vectors, whatever the resolution. */
export function createHatches(document: PDFKit.PDFDocument): Hatches {
  const made = new Map<string, PDFKit.PDFTilingPattern>();
  return ({ kind, tileMm }) => {
    const name = `${kind} ${tileMm}`;
    const known = made.get(name);
    if (known) return known;
    const box = [0, 0, tileMm, tileMm] as [number, number, number, number];
    const pattern = document.pattern(box, tileMm, tileMm, tileOf(kind, tileMm / HATCH_TILE_PX));
    made.set(name, pattern);
    return pattern;
  };
}

function tileOf(kind: PlanHatch['kind'], pixelMm: number): string {
  const width = kind === 'dotted' ? HATCH_LINE_PX * 1.6 : HATCH_LINE_PX;
  const mm = (px: number) => (px * pixelMm).toFixed(4);
  const strokes = HATCH_STROKES[kind].map(
    ([x1, y1, x2, y2]) => `${mm(x1)} ${mm(y1)} m ${mm(x2)} ${mm(y2)} l S`,
  );
  return `${mm(width)} w 1 J ${strokes.join(' ')}`;
}
