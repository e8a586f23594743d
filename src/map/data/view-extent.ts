import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Extent } from '../../domain/units.ts';

/** What a map shows, degrees, with a margin in shares of its width and height. */
export function viewExtent(map: MapLibreMap, margin: number): Extent {
  const bounds = map.getBounds();
  const [west, south, east, north] = bounds.toArray().flat() as [number, number, number, number];
  const dx = (east - west) * margin;
  const dy = (north - south) * margin;
  return [west - dx, south - dy, east + dx, north + dy];
}
