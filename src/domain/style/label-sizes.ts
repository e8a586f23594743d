import type { ZoomScale } from './size-scale.ts';

/** Size of the names along lines, pixels, by zoom. */
export const LINE_NAME_PX: ZoomScale = [
  [10, 10.5],
  [14, 12.5],
  [17, 15],
];

/** Size of the names of other features, pixels, by zoom. */
export const FEATURE_NAME_PX: ZoomScale = [
  [10, 10.5],
  [14, 12],
  [17, 14],
];

/** Sizes of the names of the communes, pixels, by zoom: of one of few inhabitants (rank 0.05) and of the largest (rank 1). */
export const TOWN_NAME_PX: readonly (readonly [zoom: number, small: number, large: number])[] = [
  [9, 8, 12],
  [11, 9, 15],
  [14, 12, 20],
  [17, 14, 22],
];

/** Ranks that the sizes of `TOWN_NAME_PX` are of. */
export const TOWN_RANKS = [0.05, 1] as const;

/** Opacity of the names of the communes: they stand back where streets are named. */
export const TOWN_NAME_OPACITY: ZoomScale = [
  [14, 0.92],
  [16.5, 0.5],
];

/** What the names of a kind look like: sizes in ems, the paper around them in pixels. */
export interface NameLook {
  trackingEms: number;
  /** Width from which a name is broken into lines; Infinity: never. */
  maxWidthEms: number;
  haloPx: number;
  /** Room kept free around a name, in pixels. */
  paddingPx: number;
}

/** The look of the names of communes, along lines, and of other features. */
export const NAME_LOOKS = {
  town: { trackingEms: 0.09, maxWidthEms: 7, haloPx: 2, paddingPx: 3 },
  line: { trackingEms: 0.06, maxWidthEms: Infinity, haloPx: 1.6, paddingPx: 6 },
  feature: { trackingEms: 0, maxWidthEms: 9, haloPx: 1.5, paddingPx: 4 },
} satisfies Record<string, NameLook>;

/** Distance between the baselines of a name of several lines, in ems. */
export const NAME_LEADING_EMS = 1.1;

/** How far from a point its name stands, in ems. */
export const POINT_NAME_OFFSET_EMS = 0.75;

/** Distance along a line between two of its names, in pixels. */
export const LINE_NAME_SPACING_PX = 420;

/** The sharpest bend between two letters of a name along a line, in degrees. */
export const LINE_NAME_MAX_BEND = 32;
