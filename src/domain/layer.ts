import type { NetworkMeta } from './network.ts';
import type { Extent } from './units.ts';

/** What a value of a field is. Dates are ISO text `YYYY-MM-DD`. */
export type FieldType = 'text' | 'integer' | 'number' | 'boolean' | 'date';

/** One attribute of a layer: its name as the standard spells it, and how to read it. */
export interface Field {
  name: string;
  /** French label that a reader sees, for instance "Contenance cadastrale". */
  label: string;
  type: FieldType;
  /** Unit of the number: `m²`, `ha`, `km`, `€`, `m³`… */
  unit?: string;
  /** Official code → French meaning, in lower case but for proper names. */
  codes?: Record<string, string>;
  /** What the standard says of it, in French. */
  description?: string;
}

/** The family of a layer's geometry; multi-part features are allowed in each. */
export type GeometryFamily = 'point' | 'line' | 'polygon';

/** Hatching that repeats what a fill colour says, so that colour is never alone. */
export type Hatch = 'diagonal' | 'crossed' | 'dotted';

/** Outline of a point, so that classes are told apart without their colour. */
export type PointShape = 'circle' | 'square' | 'triangle' | 'diamond';

/** How one class of features is drawn. Colours are `#rrggbb`; widths in pixels. */
export interface LayerSymbol {
  fill?: string;
  fillOpacity?: number;
  hatch?: Hatch;
  line?: string;
  lineWidth?: number;
  /** Dash lengths in units of line width, for instance `[2, 2]`; absent: solid. */
  dash?: number[];
  /** Radius of points, in pixels; of one with corners, that of the disc with as much ink. */
  radius?: number;
  /** Outline of points; absent: a circle. */
  shape?: PointShape;
}

/**
 * One entry of a legend: the features that have `value` in the style's field or, where the style is `graduated`, at least
 * `value` and less than the next class's.
 */
export interface StyleClass {
  value: string | number | boolean;
  label: string;
  symbol: LayerSymbol;
}

/**
 * Points whose area is in proportion to a number of theirs: the radius is `maxRadius` at `maxValue` and grows with the
 * square root. What is not above zero, or no number, is drawn as small as a point can be.
 */
export interface ProportionalSize {
  field: string;
  /** Radius at `maxValue`, in pixels. */
  maxRadius: number;
  maxValue: number;
}

/**
 * The one styling model, used by map, legend and print: a symbol for all, or one for each value of a field.
 * Features whose value has no class are drawn with `symbol`.
 */
export interface LayerStyle {
  symbol: LayerSymbol;
  field?: string;
  classes?: StyleClass[];
  /** What the legend calls the features whose value has no class; without it they are left out of the legend. */
  otherLabel?: string;
  /** True when the classes are ranges of a number: each begins at its `value`; they ascend. */
  graduated?: boolean;
  /** Points whose area says a number. */
  proportional?: ProportionalSize;
  /** Field whose text labels the feature on the map, from `labelMinZoom` on. */
  labelField?: string;
  labelMinZoom?: number;
}

/**
 * How often a layer is refreshed: the codes of ISO 19115 `MD_MaintenanceFrequencyCode`. Their French names are in
 * `nomenclature/maintenance-frequencies.ts`.
 */
export const MAINTENANCE_FREQUENCIES = [
  'continual',
  'daily',
  'weekly',
  'monthly',
  'quarterly',
  'biannually',
  'annually',
  'asNeeded',
  'irregular',
  'notPlanned',
] as const;

/** One of `MAINTENANCE_FREQUENCIES`. */
export type MaintenanceFrequency = (typeof MAINTENANCE_FREQUENCIES)[number];

/** The published file of a layer: immutable, named after its content. */
export interface LayerFile {
  /** Path from the site's root, for instance `layers/communes.3f2a91c0.parquet`. */
  path: string;
  bytes: number;
  rows: number;
  /** First 8 hexadecimal digits of the SHA-256 of the file: the version that a link pins. */
  version: string;
}

/** Whom to ask about a layer. */
export interface Contact {
  name: string;
  email?: string;
  url?: string;
}

/** What is known of a layer without opening its file. Texts are French: they are data. */
export interface LayerMeta {
  id: string;
  title: string;
  abstract: string;
  /** Id of a theme of the catalogue. */
  theme: string;
  producer: string;
  /** The department that answers for it and refreshes it, for instance "Direction de la GEMAPI". */
  service?: string;
  maintenance?: MaintenanceFrequency;
  /** Date of the data, `YYYY-MM-DD`. */
  date: string;
  licence: string;
  /** The words that the licence wants to be shown with the data: "© les contributeurs d’OpenStreetMap". */
  attribution?: string;
  /** Who answers questions about it: a department or an organisation, never a person. */
  contact?: Contact;
  keywords?: string[];
  /** Code of its theme in the INSPIRE registry: `lu` (land use), `nz` (natural risk zones)… */
  inspireTheme?: string;
  /** Denominator of the scale that the data were made for: 2000 for 1:2 000. */
  scale?: number;
  /** Where the data come from: what is real and what is simulated. */
  lineage: string;
  /** How good they are: completeness, precision of position and of attributes, what was checked. */
  quality?: string;
  /** The CRS that the data were made in, before they were stored in degrees: "EPSG:3950". */
  sourceCrs?: string;
  /** The official schema that the fields follow. */
  standard?: string;
  /** True when the geometry is simulated: the screen says so. */
  simulated: boolean;
  geometry: GeometryFamily;
  /** Singular and plural noun of one feature, lower case: "parcelle", "parcelles". */
  noun: [singular: string, plural: string];
  /** Grammatical gender of the noun, for sentences. */
  gender: 'm' | 'f';
  /** Field whose value names a feature uniquely, for instance `id`. */
  key: string;
  /**
   * True when the key only numbers the rows of this version, for no field of theirs could be one: the same number in another
   * version may be another feature.
   */
  isKeyMade?: boolean;
  /** Field shown as the title of a feature's card. */
  titleField: string;
  /** Field that tells two features of one title apart, for instance the name of the commune. */
  subtitleField?: string;
  fields: Field[];
  style: LayerStyle;
  /** Below this zoom the layer is not drawn and none of it is asked for. */
  minZoom?: number;
  /** Part of the base map: drawn under all others, not offered in the theme tree as a theme layer. */
  base?: boolean;
  /**
   * How the search field looks into the layer: by the text of `titleField`, or by cadastral parcel number
   * (`id` of 14 characters, or section and number in a commune). Absent: not searched.
   */
  search?: 'title' | 'parcel';
  /** Shown when the page opens without a link. */
  defaultVisible?: boolean;
  /** How the layer is travelled over; a catalogue has one such layer or none. */
  network?: NetworkMeta;
}

/** A layer of the catalogue: what is known of it and the file that holds it. */
export interface Layer extends LayerMeta {
  file: LayerFile;
  /** Box of all features in degrees, `[minLng, minLat, maxLng, maxLat]`. */
  extent: Extent;
  /** True for a file of the reader's own, shown in this page alone: not published, and in no link. */
  isTemporary?: boolean;
  /** Path of its `LayerHistory` from the site's root, for a layer that was published by hand. */
  history?: string;
  /** True for a layer of the folder that only some readers may have. */
  restricted?: boolean;
}
