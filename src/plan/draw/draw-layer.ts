import type { LayerSymbol } from '../../domain/layer.ts';
import { hasDashedBorders } from '../../domain/style/line-scale.ts';
import { symbolFor } from '../../domain/style/symbol-for.ts';
import { sharedBorders } from '../../geo/shared-borders.ts';
import { framedPath, type PaperRows, rowAreas, rowPaths, rowPoints } from '../paper-rows.ts';
import type { AreaMark, DotMark, LineMark, PlanStroke } from '../plan.ts';
import type { PlanLayer } from '../read-plan-layers.ts';
import { areaStyle, casingStyle, type DrawScale, dotStyle, lineStyle } from './symbol-marks.ts';

/** A layer on the paper of a plan. */
export interface PaperLayer extends PlanLayer {
  rows: PaperRows;
  scale: DrawScale;
}

/** The fills and hatches of a layer of polygons: a mark for each row that meets the frame, in their order. */
export function areaMarks({ layer, table, rows, scale }: PaperLayer): AreaMark[] {
  const styles = new Map<LayerSymbol, ReturnType<typeof areaStyle>>();
  const marks: AreaMark[] = [];
  for (let row = 0; row < rows.column.length; row++) {
    const symbol = symbolOf({ layer, table }, row);
    const style = styles.get(symbol) ?? areaStyle(symbol, scale);
    styles.set(symbol, style);
    if (!style.fill && !style.hatch) continue;
    const rings = rowAreas(rows, row);
    if (rings.length > 0) marks.push({ kind: 'area', rings, ...style });
  }
  return marks;
}

/** The lines of a layer, or the outlines of its polygons: casings first, then a mark for each symbol, broader ones above. */
export function lineMarks(drawn: PaperLayer): LineMark[] {
  const lots = [...pathsBySymbol(drawn)].map(([symbol, paths]) => ({
    paths,
    ...linesOf(drawn, symbol),
  }));
  lots.sort((a, b) => (a.stroke?.widthMm ?? 0) - (b.stroke?.widthMm ?? 0));
  const mark = (paths: Float64Array[], stroke: PlanStroke | null): LineMark[] =>
    stroke && paths.length > 0 ? [{ kind: 'line', paths, stroke }] : [];
  return [
    ...lots.flatMap(({ paths, casing }) => mark(paths, casing)),
    ...lots.flatMap(({ paths, stroke }) => mark(paths, stroke)),
  ];
}

/** The discs of a layer of points, the largest of proportional ones first: none hides another. */
export function dotMarks({ layer, table, rows, scale }: PaperLayer): DotMark[] {
  const sizes = table.columns[layer.style.proportional?.field ?? ''];
  const marks: DotMark[] = [];
  for (let row = 0; row < rows.column.length; row++) {
    const at = rowPoints(rows, row);
    if (at.length === 0) continue;
    const style = dotStyle(layer, symbolOf({ layer, table }, row), scale, sizes?.[row]);
    marks.push(...at.map((point): DotMark => ({ kind: 'dot', at: point, ...style })));
  }
  return layer.style.proportional ? marks.sort((a, b) => b.radiusMm - a.radiusMm) : marks;
}

/** The symbol of a row. */
export function symbolOf({ layer, table }: Pick<PlanLayer, 'layer' | 'table'>, row: number) {
  const { style } = layer;
  return style.field ? symbolFor(style, table.columns[style.field]?.[row]) : style.symbol;
}

function linesOf({ layer, scale }: PaperLayer, symbol: LayerSymbol) {
  return { stroke: lineStyle(layer, symbol, scale), casing: casingStyle(layer, symbol, scale) };
}

/**
 * The paths of each symbol that has a line at this scale: a street too thin to be drawn is not even cut. Borders that are dashed are
 * drawn once even between two polygons.
 */
function pathsBySymbol(drawn: PaperLayer): Map<LayerSymbol, Float64Array[]> {
  const lots = new Map<LayerSymbol, Float64Array[] | null>();
  const add = (row: number, paths: () => Float64Array[]) => {
    const symbol = symbolOf(drawn, row);
    let lot = lots.get(symbol);
    if (lot === undefined) {
      const { stroke, casing } = linesOf(drawn, symbol);
      lot = stroke || casing ? [] : null;
      lots.set(symbol, lot);
    }
    if (lot) for (const path of paths()) lot.push(path);
  };
  const { column, frame } = drawn.rows;
  if (hasDashedBorders(drawn.layer)) {
    const { paths, owners } = sharedBorders(column);
    for (const [i, path] of paths.entries()) add(owners[i]!, () => framedPath(path, frame));
  } else {
    for (let row = 0; row < column.length; row++) add(row, () => rowPaths(drawn.rows, row));
  }
  return new Map([...lots].flatMap(([symbol, lot]) => (lot ? [[symbol, lot] as const] : [])));
}
