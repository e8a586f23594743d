import type { Entry } from '../../geo/network/edge-segments.ts';
import { reachedLines } from '../../geo/network/reached-lines.ts';
import type { TravelNetwork } from '../../geo/network/travel-network.ts';
import { travelFrom } from '../../geo/network/travel-tree.ts';
import { writeWkb } from '../../geo/write-wkb.ts';
import type { Geos } from '../../geos/geos.ts';

/** How far beside the reached lines a zone of travel goes, in metres: about the depth of a plot of land. */
export const ZONE_REACH_M = 40;

/**
 * The polygons (WKB, metres) of what is at most `minutes` from some entries: what is at most `ZONE_REACH_M` beside the reached
 * stretches of the network. Null when none is reached.
 */
export function travelZone(
  travel: TravelNetwork,
  entries: Entry[],
  minutes: number,
  geos: Geos,
): Uint8Array | null {
  const lines = writeWkb(reachedLines(travel, travelFrom(travel, entries, minutes), minutes), 0);
  return lines && geos.buffer(lines, ZONE_REACH_M, QUADRANT_SEGMENTS);
}

/** Corners of zones are drawn coarsely: they have thousands. */
const QUADRANT_SEGMENTS = 2;
