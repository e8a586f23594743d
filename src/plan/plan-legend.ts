import type { GeometryFamily, Layer, LayerSymbol } from '../domain/layer.ts';
import { legendOf, measureOf } from '../domain/style/legend.ts';
import { classFor } from '../domain/style/symbol-for.ts';
import { frameZoom } from './frame.ts';
import { isRowSeen, type PaperRows, paperRows } from './paper-rows.ts';
import type { PlanFrame } from './plan.ts';
import { PIXEL_MM } from './plan-zoom.ts';
import type { PlanLayer } from './read-plan-layers.ts';
import { type Swatch, swatchMarks } from './swatch-marks.ts';

/** A line of a plan's legend. */
export interface PlanLegendEntry {
  /** Label of the class, or the layer's title for the symbol that all its features share. */
  label: string;
  symbol: LayerSymbol;
  geometry: GeometryFamily;
  /** Features of the class in the frame; null for the sizes of proportional points, which are examples. */
  count: number | null;
  swatch: Swatch;
}

/** What a legend says of one layer. */
export interface PlanLegendLayer {
  layer: Layer;
  /** What the ranges or sizes measure; null where the classes are kinds. */
  measure: string | null;
  /** Features in the frame. */
  count: number;
  /** Empty where nothing of the layer is in the frame. */
  entries: PlanLegendEntry[];
  /** Denominator of the scale from which the layer is drawn, where the plan's is smaller: to be told. */
  drawnFrom: number | null;
}

/**
 * The legend of a plan, topmost layer first: the classes of which something is in the frame, and only those. A layer of which nothing is
 * there, or that is not drawn at such a scale, has no entries; it is kept, so that the plan can say so.
 */
export function planLegend(layers: readonly PlanLayer[], frame: PlanFrame): PlanLegendLayer[] {
  const zoom = frameZoom(frame);
  return layers.map((shown) => {
    const { layer, table, drawnFrom } = shown;
    const rows = rowsInFrame(paperRows(table.geometry, frame));
    const scale = { zoom, pixelMm: frame.pixelMm ?? PIXEL_MM, opacity: shown.opacity };
    const entries = entriesOf(shown, rows).map((entry) => ({
      ...entry,
      swatch: swatchMarks(layer, entry.symbol, scale, entry.value),
    }));
    return { layer, measure: measureOf(layer), count: rows.length, entries, drawnFrom };
  });
}

type Counted = Omit<PlanLegendEntry, 'swatch'> & { value?: number };

function entriesOf({ layer, table }: PlanLayer, rows: readonly number[]): Counted[] {
  if (rows.length === 0) return [];
  const { style } = layer;
  const entries = legendOf(layer);
  if (style.proportional) return entries.map((entry) => ({ ...entry, count: null }));
  if (!style.field || !style.classes?.length) {
    return entries.map((entry) => ({ ...entry, count: rows.length }));
  }
  const values = table.columns[style.field];
  const counts = new Array<number>(entries.length + 1).fill(0);
  for (const row of rows) {
    const index = classFor(style, values?.[row]);
    counts[index === -1 ? style.classes.length : index]!++;
  }
  return entries.flatMap((entry, i) => (counts[i] ? [{ ...entry, count: counts[i] }] : []));
}

function rowsInFrame(rows: PaperRows): number[] {
  return Array.from({ length: rows.column.length }, (_, row) => row).filter((row) =>
    isRowSeen(rows, row),
  );
}
