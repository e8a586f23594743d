import type { LngLat } from '../domain/units.ts';

/** What can be drawn on the map. */
export type DrawingKind = 'polygon' | 'line' | 'point';

/** What the reader is drawing on the map. */
export interface Drawing {
  kind: DrawingKind;
  /** Who asked for it; empty for a shape that is drawn for its own sake. */
  purpose: string;
  /** Name of the shape that is being changed; null while a new one is drawn. */
  edited: string | null;
}

/** What is being measured on the map, apart from what is drawn: it is gone with the page. */
export interface Measure {
  kind: DrawingKind;
  /** In the order in which they were given, degrees; a polygon's last side goes back to the first. */
  vertices: LngLat[];
  isDone: boolean;
}

/** A place that is marked on the map because a reader asked where it is. */
export interface MarkedPlace {
  /** Degrees. */
  at: LngLat;
  /** What is written beside it. */
  label: string;
}
