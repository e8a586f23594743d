import type { FeatureCollection } from 'geojson';
import type { LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';
import { resolveBasemap } from '../../domain/basemap.ts';
import { groundOf } from '../../domain/style/base-style.ts';
import { mix } from '../../domain/style/colour.ts';
import type { Extent } from '../../domain/units.ts';
import type { AppState } from '../../state/app-state.ts';
import { setSource } from '../small-layers.ts';
import { MAP_FONTS } from '../style/map-fonts.ts';

/** Id of the MapLibre source of the grid. */
const SOURCE = 'grille';

/** Degrees between two meridians or parallels, and how far beyond the territory they go. */
const STEP = 0.1;
const REACH = 1;

/** Share of the ground's ink in the lines of the grid: there to be felt, not read; and in their degrees. */
const LINE_INK = 0.09;
const NAME_INK = 0.45;

/** Meridians and parallels each tenth of a degree, under the base map: where the territory ends, the sheet goes on. */
export function createGrid(map: MapLibreMap) {
  let drawn = '';
  return {
    /** The grid of the territory; none before its catalogue is there. */
    layers(state: AppState): LayerSpecification[] {
      const extent = state.catalogue?.territory.extent;
      if (!extent) return [];
      if (drawn !== extent.join()) {
        setSource(map, SOURCE, gridLines(extent), 0);
        drawn = extent.join();
      }
      const { paper, ink } = groundOf(resolveBasemap(state).offline);
      return [
        {
          id: 'grid/line',
          type: 'line',
          source: SOURCE,
          paint: { 'line-color': mix(paper, ink, LINE_INK), 'line-width': 1 },
        },
        {
          id: 'grid/label',
          type: 'symbol',
          source: SOURCE,
          layout: {
            'symbol-placement': 'line',
            'symbol-spacing': 350,
            'text-field': ['get', 'degrees'],
            'text-font': [MAP_FONTS.regular],
            'text-size': 11,
          },
          paint: {
            'text-color': mix(paper, ink, NAME_INK),
            'text-halo-color': paper,
            'text-halo-width': 2,
          },
        },
      ];
    },
  };
}

/** The lines of the grid around an extent in degrees, each with its `degrees`, as maps write them: "2,6° E". */
export function gridLines([west, south, east, north]: Extent): FeatureCollection {
  const meridians = ticks(west, east).map((lng) => ({
    degrees: written(lng, 'E', 'O'),
    coordinates: ticks(south, north).map((lat) => [lng, lat]),
  }));
  const parallels = ticks(south, north).map((lat) => ({
    degrees: written(lat, 'N', 'S'),
    coordinates: ticks(west, east).map((lng) => [lng, lat]),
  }));
  return {
    type: 'FeatureCollection',
    features: [...meridians, ...parallels].map(({ degrees, coordinates }) => ({
      type: 'Feature',
      properties: { degrees },
      geometry: { type: 'LineString', coordinates },
    })),
  };
}

function ticks(from: number, to: number): number[] {
  const first = Math.floor((from - REACH) / STEP);
  const last = Math.ceil((to + REACH) / STEP);
  return Array.from({ length: last - first + 1 }, (_, i) => (first + i) * STEP);
}

function written(degrees: number, positive: string, negative: string): string {
  const tenths = Math.abs(degrees).toFixed(1).replace('.', ',');
  return `${tenths}°\u202f${degrees < 0 ? negative : positive}`;
}
