/** The papers that sheets are laid out for. */
export const PAPERS = ['A4', 'A3'] as const;
/** One of `PAPERS`. */
export type Paper = (typeof PAPERS)[number];

/** How a sheet is held. */
export const ORIENTATIONS = ['landscape', 'portrait'] as const;
/** One of `ORIENTATIONS`. */
export type Orientation = (typeof ORIENTATIONS)[number];

/** Width and height of a sheet of paper in millimetres (ISO 216). */
export function paperSize(paper: Paper, orientation: Orientation): [width: number, height: number] {
  const [short, long] = SIZES_MM[paper];
  return orientation === 'portrait' ? [short, long] : [long, short];
}

const SIZES_MM: Record<Paper, [number, number]> = { A4: [210, 297], A3: [297, 420] };
