import type { Map as MapLibreMap, PaddingOptions } from 'maplibre-gl';
import type { Extent } from '../domain/units.ts';
import type { AppState, View } from '../state/app-state.ts';
import type { CameraLink } from './camera-link.ts';
import { viewExtent } from './data/view-extent.ts';
import { createHold } from './hold-frames.ts';

/** What moves the map: the view of the address, the flights of the state; and what it reports of the reader's moves. */
export interface Camera {
  /** Brings the map where the state wants it, once for each change of the state. */
  follow(state: AppState): void;
  /** Whether another map that it is linked to moves it now: its moves are that map's to report. */
  isLed(): boolean;
}

/** What a camera tells its owner. */
export interface CameraListeners {
  onViewChange(view: View): void;
  onZoom(zoom: number): void;
  onFlightDone?(): void;
  /** Pixels at each edge that panels cover. */
  padding?(): PaddingOptions;
  /** The maps that look at the same place. */
  cameras?: CameraLink;
}

/** Nearest that a flight comes, so that a point is seen with its surroundings. */
const FLIGHT_MAX_ZOOM = 17.5;

const FLIGHT_MS = 900;

/** Change of zoom worth telling while the map moves. */
const ZOOM_STEP = 0.05;

/**
 * A camera for a map that looks nowhere yet; flights up to the number `flown` are past. They are jumps for a reader
 * who asked for less motion.
 */
export function createCamera(map: MapLibreMap, listeners: CameraListeners, flown: number): Camera {
  let isPlaced = false;
  let seenView: View | null = null;
  let seenFlight = flown;
  let toldZoom = map.getZoom();
  let isFlying = false;
  let isLed = false;
  let presented: AppState['shown'] | null = null;
  const hold = createHold(map);

  const linked = listeners.cameras?.join((to) => {
    isLed = true;
    isPlaced = true;
    map.jumpTo(to);
    isLed = false;
  });
  map.on('move', () => {
    if (isPlaced && !isLed) linked?.tell({ center: map.getCenter(), zoom: map.getZoom() });
  });
  map.on('remove', () => linked?.leave());
  map.on('zoom', () => {
    if (!isPlaced || isLed || Math.abs(map.getZoom() - toldZoom) < ZOOM_STEP) return;
    toldZoom = map.getZoom();
    listeners.onZoom(toldZoom);
  });
  map.on('moveend', () => {
    if (!isPlaced || isLed) return;
    seenView = viewOf(map);
    toldZoom = seenView.zoom;
    listeners.onViewChange(seenView);
    if (isFlying) listeners.onFlightDone?.();
    isFlying = false;
  });

  function fly(extent: Extent): void {
    const [west, south, east, north] = extent;
    const duration = isPlaced ? FLIGHT_MS : 0;
    isPlaced = true;
    isFlying = true;
    map.fitBounds([west, south, east, north], {
      padding: listeners.padding?.() ?? 40,
      maxZoom: FLIGHT_MAX_ZOOM,
      duration,
    });
  }

  function look(view: View): void {
    isPlaced = true;
    map.jumpTo({ center: [view.lng, view.lat], zoom: view.zoom });
  }

  return {
    isLed: () => isLed,
    follow({ view, flight, catalogue, seance, shown }) {
      if (view && view !== seenView) {
        seenView = view;
        if (!isAt(map, view)) look(view);
      }
      if (flight && flight.serial !== seenFlight) {
        seenFlight = flight.serial;
        fly(flight.extent);
      } else if (!isPlaced && catalogue) {
        fly(catalogue.territory.extent);
      }
      const next = seance.presenter ? shown : null;
      if (next && presented && next !== presented) hold();
      presented = next;
    },
  };
}

function viewOf(map: MapLibreMap): View {
  const { lng, lat } = map.getCenter();
  return { lng, lat, zoom: map.getZoom(), extent: viewExtent(map, 0) };
}

/** Whether the map looks at a view, within the rounding of the address bar. */
function isAt(map: MapLibreMap, view: View): boolean {
  const now = viewOf(map);
  const nearness = 360 / 2 ** (now.zoom + 8);
  return (
    Math.abs(now.lng - view.lng) < nearness &&
    Math.abs(now.lat - view.lat) < nearness &&
    Math.abs(now.zoom - view.zoom) < 0.01
  );
}
