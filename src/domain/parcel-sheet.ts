import type { ErrorData } from './errors.ts';
import type { Value } from './feature.ts';
import type { Layer } from './layer.ts';
import type { Scalar } from './question.ts';

/**
 * How a line of the sheet looks at its layers:
 * - `touch`: what of them lies inside the object, in m² (surfaces), m (lines) or features (points); sharing a border alone is nothing;
 * - `near`: their features within `within` metres, with their distances;
 * - `nearest`: the one feature that is nearest.
 */
export const SHEET_MEASURES = ['touch', 'near', 'nearest'] as const;

/**
 * The layers that a line is about: those of `ids`, and those whose `standard` holds all the texts given and that have all the
 * `fields`, so that the layers of a published planning document are found whatever they are called.
 */
export interface LayerRole {
  ids?: string[];
  standard?: string[];
  fields?: string[];
}

/** One line of the sheet of a parcel; data of the territory. */
export interface SheetLine {
  id: string;
  /** The heading that it stands under; lines of one section follow each other. */
  section: string;
  label: string;
  role: LayerRole;
  measure: (typeof SHEET_MEASURES)[number];
  /** The features that count: those whose field holds one of the values, for every field named. */
  where?: Record<string, Scalar[]>;
  /** The features that do not, though they meet `where`. */
  except?: Record<string, Scalar[]>;
  /** Fields whose values part what is found; the field of the layer's titles when absent. */
  by?: string[];
  /** Fields told of each part besides. */
  tell?: string[];
  /** Metres, of `near` alone. */
  within?: number;
  /** True when the layers should cover the whole object: what they leave is told. */
  isWhole?: boolean;
  /** What is said when nothing is found: `Aucune prescription sur cette parcelle`. */
  none: string;
}

/** Features of one layer that have the same values in the fields of `by`. */
export interface SheetPart {
  layer: string;
  keys: string[];
  /** Of the first of them. */
  attributes: Record<string, Value>;
  /** m² or m inside the object, what overlaps counted once; the count of points; metres to the nearest of them for the distances. */
  amount: number;
  unit: 'm²' | 'm' | 'count' | 'distance';
}

/** What was found for one line. */
export interface SheetEntry {
  line: string;
  /** Ids of the layers that play its role; none: they are not published. */
  layers: string[];
  /** The layers that could not be read: the others stand. */
  failures: { layer: string; error: ErrorData }[];
  /** Largest first, or nearest first. */
  parts: SheetPart[];
  /** m² of the union of all surfaces inside the object; null where the line measures no surface. */
  covered: number | null;
}

/** What lies on and around one object. Planar measures in the metric CRS of the territory. */
export interface ParcelSheet {
  /** m² of the object. */
  area: number;
  entries: SheetEntry[];
}

/** The layers of a catalogue that play a role, in its order. */
export function layersInRole<L extends Pick<Layer, 'id' | 'standard' | 'fields'>>(
  { ids = [], standard, fields = [] }: LayerRole,
  layers: readonly L[],
): L[] {
  return layers.filter((layer) => {
    if (ids.includes(layer.id)) return true;
    const isStandard = standard?.every((text) => layer.standard?.includes(text)) ?? false;
    return isStandard && fields.every((name) => layer.fields.some((own) => own.name === name));
  });
}

/**
 * The field of a parcel that holds its area in m² as the land register has it: so called in the open cadastre (Etalab, PCI).
 */
export const DECLARED_AREA_FIELD = 'contenance';
