import { type Catalogue, findLayer } from './catalogue.ts';
import { COMMUNE_LAYER } from './commune.ts';
import type { CommuneFigures } from './library.ts';
import { layersRead } from './question.ts';
import type { Scene, Seance } from './seance.ts';
import type { Extent } from './units.ts';

/** What must be at hand for a session to be shown. */
export interface SeanceNeeds {
  /** Layers of which the scenes show parts, each with the boxes (degrees) that a screen may show of them. */
  layers: { id: string; extents: Extent[] }[];
  /** Layers that are read whole: those of a question or a figure, and the communes where one is outlined. None of them is in `layers`. */
  wholeLayers: string[];
  /** Whether DuckDB is asked: a scene has a question or a figure of the communes. */
  needsEngine: boolean;
  /** Whether `library.json` is read, which holds the figures of the communes. */
  needsLibrary: boolean;
}

/**
 * What the scenes of a session need of a catalogue. `figures` are those of the library, where a scene colours the communes by
 * one; the session has been held against the catalogue (`holdSeance`).
 * @throws {AppError} `layer-unknown` for a layer that the catalogue has not, `network-missing` for a journey without a network.
 */
export function seanceNeeds(
  { items }: Seance,
  catalogue: Catalogue,
  figures: CommuneFigures[] = [],
): SeanceNeeds {
  const scenes = items.map(({ scene }) => scene);
  const whole = new Set(scenes.flatMap((scene) => wholeLayersOf(scene, catalogue, figures)));
  const parts = new Map<string, Extent[]>();
  for (const scene of scenes) {
    for (const id of new Set(partLayersOf(scene))) {
      findLayer(catalogue, id);
      if (!whole.has(id)) parts.set(id, [...(parts.get(id) ?? []), seenExtent(scene.extent)]);
    }
  }
  return {
    layers: [...parts].map(([id, extents]) => ({ id, extents })),
    wholeLayers: [...whole],
    needsEngine: scenes.some(({ question, choropleth }) => question || choropleth),
    needsLibrary: scenes.some(({ choropleth }) => choropleth),
  };
}

/**
 * The box (degrees) that any screen may show when `extent` is fitted in it: a map from as high as wide to twice as wide, with
 * its margins, the extent beside or above a legend in the lower left corner, and as near as a flight comes. Metres are of the
 * sphere, which is enough for a box that is too large anyway.
 */
export function seenExtent([west, south, east, north]: Extent): Extent {
  const middle = [(west + east) / 2, (south + north) / 2] as const;
  const perLng = METRES_A_DEGREE * Math.cos((middle[1] * Math.PI) / 180);
  const width = Math.max((east - west) * perLng, NEAREST_M);
  const height = Math.max((north - south) * METRES_A_DEGREE, NEAREST_M);
  const halfX = Math.max(width, WIDEST * height) / 2 / perLng;
  const halfY = Math.max(height, width) / 2 / METRES_A_DEGREE;
  return [
    middle[0] - halfX * LEGEND_MARGIN,
    middle[1] - halfY * LEGEND_MARGIN,
    middle[0] + halfX * MARGIN,
    middle[1] + halfY * MARGIN,
  ];
}

/** Metres of a degree of latitude, at most. */
const METRES_A_DEGREE = 111_700;

/** Width over height of the widest map. */
const WIDEST = 2;

/** What the margins around a fitted box add, and the room that a legend takes from it. */
const MARGIN = 1.8;

/** The same on the sides where the legend lies: west and south. */
const LEGEND_MARGIN = 2.5;

/** Side of the ground that a large screen shows at the nearest zoom of a flight. */
const NEAREST_M = 600;

function partLayersOf({ layers, selection, beforeAfter }: Scene): string[] {
  return [
    ...layers.map(({ id }) => id),
    ...(selection ? [selection.layer] : []),
    ...(beforeAfter ? [...beforeAfter.before.layers, ...beforeAfter.after.layers] : []),
  ];
}

function wholeLayersOf(scene: Scene, catalogue: Catalogue, figures: CommuneFigures[]): string[] {
  const { commune, question, choropleth } = scene;
  const ofTheme = figures.find(({ theme }) => theme === choropleth?.theme);
  return [
    ...(commune !== undefined || choropleth ? [COMMUNE_LAYER] : []),
    ...(question ? layersRead(question, catalogue) : []),
    ...(choropleth ? (ofTheme?.layers ?? []) : []),
  ];
}
