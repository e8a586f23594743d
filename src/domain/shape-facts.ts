import type { FaultReason } from './geometry-fault.ts';
import type { LngLat } from './units.ts';

/** What breaks a shape, and where. */
export interface ShapeFault {
  /** `flat`: a surface that covers nothing, or a line of no length; the rest as GEOS finds it. */
  reason: FaultReason | 'flat';
  /** Degrees; null where there is no one place. */
  at: LngLat | null;
}

/** What the engine finds out about a shape. Measures are planar, in the metric CRS of the territory. */
export interface ShapeFacts {
  /** m²; null for points and lines. */
  area: number | null;
  /** m of a line; null for points and surfaces. */
  length: number | null;
  vertices: number;
  /** Null for a shape that questions and measures can be made with. */
  fault: ShapeFault | null;
  /** Whether its box lies wholly outside that of the territory. */
  isOutside: boolean;
}
