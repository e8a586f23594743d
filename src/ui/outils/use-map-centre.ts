import type { LngLat } from '../../domain/units.ts';
import { useAppState } from '../app-context.tsx';

/** The middle of the map, degrees, where `.map-aim` draws a cross; null while there is no map. */
export function useMapCentre(): LngLat | null {
  const lng = useAppState(({ view }) => view?.lng ?? null);
  const lat = useAppState(({ view }) => view?.lat ?? null);
  return lng === null || lat === null ? null : [lng, lat];
}
