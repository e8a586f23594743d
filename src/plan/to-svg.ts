import { HATCH_STROKES, HATCH_TILE_PX } from '../domain/style/hatch-strokes.ts';
import { xmlText } from '../domain/xml-text.ts';
import { hatchWidth } from './clip/hatch-lines.ts';
import { simplifyPath } from './clip/simplify-path.ts';
import { dotOutline } from './dot-outline.ts';
import {
  BASELINE_EMS,
  type LabelMark,
  type PlanDrawing,
  type PlanHatch,
  type PlanMark,
  type PlanStroke,
} from './plan.ts';
import { pathData, units } from './svg-path.ts';
import { FONT_FAMILY } from './to-canvas.ts';

/** How a drawing is written as SVG. */
export interface SvgOptions {
  /** Begins every id: unique among the drawings of one page. */
  prefix?: string;
  /** What the picture shows, for those who do not see it; without it the picture says nothing and is hidden from them. */
  title?: string;
  /** More of it. */
  description?: string;
  /** Outlines may run so far beside their true course; 0: none does. Millimetres. */
  simplifyMm?: number;
  /** Family of the names. */
  fontFamily?: string;
  /** Whether all marks are known to lie on the paper, so that nothing is clipped. */
  isWithin?: boolean;
}

/**
 * A plan as one SVG element of its size on paper. Presentation attributes alone, no style: it may stand in a page whose policy refuses
 * inline styles. Coordinates are whole hundredths of a millimetre.
 */
export function planToSvg({ frame, marks }: PlanDrawing, options: SvgOptions = {}): string {
  return marksToSvg(marks, frame.widthMm, frame.heightMm, options);
}

/** Marks on a paper of a size (millimetres) as one SVG element: a swatch, a scale bar, a plan. */
export function marksToSvg(
  marks: readonly PlanMark[],
  widthMm: number,
  heightMm: number,
  options: SvgOptions = {},
): string {
  const { prefix = 'plan-', title, description, simplifyMm = 0, isWithin = false } = options;
  const hatches = new Map<string, string>();
  const hatchId = hatchIds(hatches, prefix);
  const body = groups(
    marks.flatMap((mark) => elements(mark, hatchId, simplifyMm)),
    prefix,
  );
  const [width, height] = [units(widthMm), units(heightMm)];
  const isNamed = marks.some(({ kind }) => kind === 'label');
  const name = title ? `role="img" aria-labelledby="${prefix}title"` : 'aria-hidden="true"';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${widthMm}mm" height="${heightMm}mm" viewBox="0 0 ${width} ${height}" ${name}>`,
    title ? `<title id="${prefix}title">${xmlText(title)}</title>` : '',
    description ? `<desc>${xmlText(description)}</desc>` : '',
    `<defs>${isWithin ? '' : `<clipPath id="${prefix}clip"><path d="M0 0H${width}V${height}H0z"/></clipPath>`}${[...hatches.values()].join('')}</defs>`,
    `<g${isWithin ? '' : ` clip-path="url(#${prefix}clip)"`} fill-rule="evenodd" stroke-linejoin="round"${isNamed ? ` text-anchor="middle" font-family="${xmlText(options.fontFamily ?? FONT_FAMILY)}"` : ''}>`,
    body,
    '</g></svg>',
  ].join('');
}

/** An element apart from the attributes that it may share with its neighbours: a path by its data, or the whole text of another. */
type Piece = { shared: string } & ({ d: string } | { own: string });

function elements(
  mark: PlanMark,
  hatchId: (hatch: PlanHatch) => string,
  simplifyMm: number,
): Piece[] {
  const path = (paths: readonly Float64Array[]) =>
    pathData(simplifyMm > 0 ? paths.map((one) => simplifyPath(one, simplifyMm)) : paths);
  if (mark.kind === 'label') return [label(mark)];
  if (mark.kind === 'line') {
    return [{ shared: `fill="none" ${strokeOf(mark.stroke)}`, d: path(mark.paths) }];
  }
  const stroke = mark.stroke ? strokeOf(mark.stroke) : '';
  const fill = mark.fill
    ? `fill="${mark.fill.colour}"${share('fill-opacity', mark.fill.opacity)}`
    : 'fill="none"';
  if (mark.kind === 'dot') {
    const outline = dotOutline(mark);
    if (outline) return [{ shared: `${fill} ${stroke}`, d: path([outline]) }];
    const [x, y, r] = [...mark.at, mark.radiusMm].map(units);
    return [{ shared: `${fill} ${stroke}`, own: `<circle cx="${x}" cy="${y}" r="${r}"/>` }];
  }
  const d = path(mark.rings);
  const { hatch } = mark;
  if (!hatch) return [{ shared: `${fill} ${stroke}`, d }];
  return [
    ...(mark.fill ? [{ shared: fill, d }] : []),
    { shared: `fill="url(#${hatchId(hatch)})"${share('opacity', hatch.opacity)} ${stroke}`, d },
  ];
}

/**
 * Neighbours that share their attributes stand in one group, so that these are written once; a path that returns (the edge of a road
 * and the road, a fill and the hatch over it) is written once and used again.
 */
function groups(pieces: readonly Piece[], prefix: string): string {
  const ids = idsOfRepeated(pieces, prefix);
  const written = new Set<string>();
  let text = '';
  let open: string | null = null;
  for (const piece of pieces) {
    if (piece.shared !== open) {
      text += `${open === null ? '' : '</g>'}<g ${piece.shared.trim()}>`;
      open = piece.shared;
    }
    text += 'own' in piece ? piece.own : pathElement(piece.d, ids.get(piece.d), written);
  }
  return open === null ? text : `${text}</g>`;
}

function pathElement(d: string, id: string | undefined, written: Set<string>): string {
  if (id === undefined) return `<path d="${d}"/>`;
  if (written.has(d)) return `<use href="#${id}"/>`;
  written.add(d);
  return `<path id="${id}" d="${d}"/>`;
}

/** Ids of the paths that come twice, and are longer than a reference. */
function idsOfRepeated(pieces: readonly Piece[], prefix: string): Map<string, string> {
  const seen = new Set<string>();
  const ids = new Map<string, string>();
  for (const piece of pieces) {
    if (!('d' in piece) || piece.d.length < LEAST_USED) continue;
    if (seen.has(piece.d)) ids.set(piece.d, ids.get(piece.d) ?? `${prefix}${ids.size + 1}`);
    seen.add(piece.d);
  }
  return ids;
}

/** Characters of the shortest path that is worth a reference. */
const LEAST_USED = 80;

function label(mark: LabelMark): Piece {
  const { at, text, sizeMm, colour, halo, haloMm = 0, weight, trackingMm, turnDegrees } = mark;
  const [x, y] = [units(at[0]), units(at[1])];
  const baseline = units(at[1] + BASELINE_EMS * sizeMm);
  const turn = turnDegrees
    ? ` transform="rotate(${Math.round(turnDegrees * 10) / 10} ${x} ${y})"`
    : '';
  const outline = halo
    ? ` stroke="${halo}" stroke-width="${units(2 * haloMm)}" paint-order="stroke"`
    : '';
  const tracking = trackingMm ? ` letter-spacing="${units(trackingMm)}"` : '';
  return {
    shared: `font-size="${units(sizeMm)}" fill="${colour}"${FONT_STYLE[weight]}${tracking}${outline}`,
    own: `<text x="${x}" y="${baseline}"${turn}>${xmlText(text)}</text>`,
  };
}

function strokeOf({ colour, opacity, widthMm, dashMm }: PlanStroke): string {
  const ends = dashMm
    ? ` stroke-dasharray="${dashMm.map(units).join(' ')}"`
    : ' stroke-linecap="round"';
  return `stroke="${colour}" stroke-width="${units(widthMm)}"${share('stroke-opacity', opacity)}${ends}`;
}

/** The id of the pattern of a hatch, which is written the first time that it is asked for. */
function hatchIds(hatches: Map<string, string>, prefix: string): (hatch: PlanHatch) => string {
  const keys = new Map<string, string>();
  return ({ kind, colour, tileMm }) => {
    const key = `${kind} ${colour} ${tileMm}`;
    const known = keys.get(key);
    if (known) return known;
    const id = `${prefix}hatch-${keys.size + 1}`;
    keys.set(key, id);
    const mm = tileMm / HATCH_TILE_PX;
    const d = HATCH_STROKES[kind]
      .map((stroke) => stroke.map((value) => units(value * mm)))
      .map(([x1, y1, x2, y2]) => `M${x1} ${y1}L${x2} ${y2}`)
      .join('');
    const side = units(tileMm);
    hatches.set(
      key,
      `<pattern id="${id}" patternUnits="userSpaceOnUse" width="${side}" height="${side}">` +
        `<path d="${d}" stroke="${colour}" stroke-width="${units(hatchWidth(kind, mm))}" stroke-linecap="round"/></pattern>`,
    );
    return id;
  };
}

function share(name: string, value: number): string {
  return value === 1 ? '' : ` ${name}="${Math.round(value * 100) / 100}"`;
}

const FONT_STYLE = {
  regular: '',
  bold: ' font-weight="600"',
  italic: ' font-style="italic" font-weight="500"',
} as const;
