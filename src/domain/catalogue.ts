import * as v from 'valibot';
import { type BasemapChoices, OFFLINE_BASEMAPS } from './basemap.ts';
import { METRIC_CRS, type MetricCrs } from './crs.ts';
import { AppError } from './errors.ts';
import { type Layer, MAINTENANCE_FREQUENCIES } from './layer.ts';
import { type ReadyMap, readyMapSchema } from './ready-map.ts';
import { POINT_SHAPES } from './style/point-shape.ts';
import type { Extent } from './units.ts';

/** The catalogue format this code reads and writes. */
export const CATALOGUE_VERSION = 1;

/** A theme groups layers in the tree. */
export interface Theme {
  id: string;
  title: string;
  /** Maps that are ready to be opened; absent: none. */
  maps?: ReadyMap[];
}

/** The territory that the atlas is of. */
export interface Territory {
  name: string;
  shortName: string;
  siren: string;
  /** The CRS that every length and area is measured in. */
  metricCrs: MetricCrs;
  /** Box in degrees, `[minLng, minLat, maxLng, maxLat]`. */
  extent: Extent;
  /** French sentence of a permanent banner that says what is simulated; null where no layer is. */
  banner: string | null;
  /** Address that the site is served at; absent: not known, and metadata that are harvested give relative addresses. */
  url?: string;
  /**
   * Folder of the layers that only some readers may have, with a catalogue of its own: a path from the site's root that
   * ends in `/`. Absent: there is none, and nothing is asked for.
   */
  restricted?: string;
  /** Address of the service that looks addresses up for readers who asked for it; absent: that of the Géoplateforme. */
  geocoder?: string;
  /** What the base map draws by itself from near by, and the basemaps of other hosts; absent: neither. */
  basemaps?: BasemapChoices;
  /** Who answers for the atlas and its data; absent: the producer of each layer. */
  contact?: { name: string; email?: string; url?: string };
  /** The department that keeps the layers which name none: "Service SIG". */
  service?: string;
  /** The origins (`https://www.example.fr`) whose pages may talk to the atlas in a frame of theirs; absent: its own alone. */
  embed?: { origins: string[] };
}

/** A territory as `territory.json` of a data folder describes it: its extent is that of its communes once they are published. */
export type TerritoryFile = Omit<Territory, 'extent'> & { extent?: Extent };

/** All that is served: `public/catalogue.json`. */
export interface Catalogue {
  version: typeof CATALOGUE_VERSION;
  territory: Territory;
  themes: Theme[];
  layers: Layer[];
}

/**
 * The catalogue that a parsed `catalogue.json` holds.
 * @throws {AppError} `catalogue-version` when it was written for another version of the format;
 * `catalogue-invalid` with the JSON path of the first fault.
 */
export function parseCatalogue(json: unknown): Catalogue {
  const version = (json as { version?: unknown } | null)?.version;
  if (typeof version === 'number' && version !== CATALOGUE_VERSION) {
    throw new AppError(
      'catalogue-version',
      `catalogue version ${version}, wanted ${CATALOGUE_VERSION}`,
      {
        seen: version,
        wanted: CATALOGUE_VERSION,
      },
    );
  }
  const parsed = v.safeParse(catalogueSchema, json);
  if (!parsed.success) {
    const issue = parsed.issues[0];
    const path = v.getDotPath(issue) ?? '';
    throw new AppError('catalogue-invalid', `catalogue at ${path}: ${issue.message}`, { path });
  }
  return parsed.output as Catalogue;
}

/**
 * The layer of that id.
 * @throws {AppError} `layer-unknown` when the catalogue has none.
 */
export function findLayer(catalogue: Catalogue, id: string): Layer {
  const layer = catalogue.layers.find((candidate) => candidate.id === id);
  if (!layer)
    throw new AppError('layer-unknown', `no layer "${id}" in the catalogue`, { layer: id });
  return layer;
}

const extentSchema = v.tuple([v.number(), v.number(), v.number(), v.number()]);

const symbolSchema = v.object({
  fill: v.optional(v.string()),
  fillOpacity: v.optional(v.number()),
  hatch: v.optional(v.picklist(['diagonal', 'crossed', 'dotted'])),
  line: v.optional(v.string()),
  lineWidth: v.optional(v.number()),
  dash: v.optional(v.array(v.number())),
  radius: v.optional(v.number()),
  shape: v.optional(v.picklist(POINT_SHAPES)),
});

const styleSchema = v.object({
  symbol: symbolSchema,
  field: v.optional(v.string()),
  classes: v.optional(
    v.array(
      v.object({
        value: v.union([v.string(), v.number(), v.boolean()]),
        label: v.string(),
        symbol: symbolSchema,
      }),
    ),
  ),
  otherLabel: v.optional(v.string()),
  graduated: v.optional(v.boolean()),
  proportional: v.optional(
    v.object({
      field: v.string(),
      maxRadius: v.pipe(v.number(), v.gtValue(0)),
      maxValue: v.pipe(v.number(), v.gtValue(0)),
    }),
  ),
  labelField: v.optional(v.string()),
  labelMinZoom: v.optional(v.number()),
});

const fieldSchema = v.object({
  name: v.string(),
  label: v.string(),
  type: v.picklist(['text', 'integer', 'number', 'boolean', 'date']),
  unit: v.optional(v.string()),
  codes: v.optional(v.record(v.string(), v.string())),
  description: v.optional(v.string()),
});

const speedsSchema = v.record(v.string(), v.pipe(v.number(), v.minValue(0)));

const networkSchema = v.object({
  field: v.string(),
  speeds: v.object({ foot: speedsSchema, bike: speedsSchema, car: speedsSchema }),
});

const contactSchema = v.object({
  name: v.string(),
  email: v.optional(v.string()),
  url: v.optional(v.string()),
});

const metaEntries = {
  id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]*$/)),
  title: v.string(),
  abstract: v.string(),
  theme: v.string(),
  producer: v.string(),
  service: v.optional(v.string()),
  maintenance: v.optional(v.picklist(MAINTENANCE_FREQUENCIES)),
  date: v.pipe(v.string(), v.isoDate()),
  licence: v.string(),
  attribution: v.optional(v.string()),
  contact: v.optional(contactSchema),
  keywords: v.optional(v.array(v.string())),
  inspireTheme: v.optional(v.string()),
  scale: v.optional(v.number()),
  lineage: v.string(),
  quality: v.optional(v.string()),
  sourceCrs: v.optional(v.string()),
  standard: v.optional(v.string()),
  simulated: v.boolean(),
  geometry: v.picklist(['point', 'line', 'polygon']),
  noun: v.tuple([v.string(), v.string()]),
  gender: v.picklist(['m', 'f']),
  key: v.string(),
  isKeyMade: v.optional(v.boolean()),
  titleField: v.string(),
  subtitleField: v.optional(v.string()),
  fields: v.array(fieldSchema),
  style: styleSchema,
  minZoom: v.optional(v.number()),
  base: v.optional(v.boolean()),
  search: v.optional(v.picklist(['title', 'parcel'])),
  defaultVisible: v.optional(v.boolean()),
  network: v.optional(networkSchema),
};

/** Shape of `data/layers/<id>.json`: what is known of a layer before its file is written. */
export const layerMetaSchema = v.object(metaEntries);

/** Shape of an entry of the catalogue. */
export const layerSchema = v.object({
  ...metaEntries,
  file: v.object({ path: v.string(), bytes: v.number(), rows: v.number(), version: v.string() }),
  extent: extentSchema,
  history: v.optional(v.string()),
});

const basemapsSchema = v.object({
  details: v.array(
    v.object({ layer: v.string(), minZoom: v.number(), labelMinZoom: v.optional(v.number()) }),
  ),
  network: v.array(
    v.object({
      id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/)),
      title: v.pipe(v.string(), v.nonEmpty()),
      tiles: v.pipe(v.string(), v.regex(/^https?:\/\/(?=.*\{z\})(?=.*\{x\})(?=.*\{y\})/)),
      attribution: v.pipe(v.string(), v.nonEmpty()),
      attributionUrl: v.pipe(v.string(), v.url(), v.regex(/^https?:/)),
      maxZoom: v.pipe(v.number(), v.minValue(1), v.maxValue(24)),
      minZoom: v.optional(v.number()),
      over: v.picklist(OFFLINE_BASEMAPS),
      names: v.optional(v.boolean()),
    }),
  ),
});

const catalogueSchema = v.object({
  version: v.literal(CATALOGUE_VERSION),
  territory: v.object({
    name: v.string(),
    shortName: v.string(),
    siren: v.string(),
    metricCrs: v.picklist(METRIC_CRS),
    extent: extentSchema,
    banner: v.optional(v.nullable(v.string()), null),
    url: v.optional(v.pipe(v.string(), v.url(), v.regex(/^https?:/))),
    restricted: v.optional(v.pipe(v.string(), v.regex(/^[\w-]+\/$/))),
    geocoder: v.optional(v.pipe(v.string(), v.url(), v.regex(/^https?:/))),
    basemaps: v.optional(basemapsSchema),
    contact: v.optional(contactSchema),
    service: v.optional(v.string()),
    embed: v.optional(
      v.object({ origins: v.array(v.pipe(v.string(), v.regex(/^https?:\/\/[^/\s]+$/))) }),
    ),
  }),
  themes: v.array(
    v.object({ id: v.string(), title: v.string(), maps: v.optional(v.array(readyMapSchema)) }),
  ),
  layers: v.array(layerSchema),
});
