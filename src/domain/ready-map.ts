import * as v from 'valibot';
import { OFFLINE_BASEMAPS, type OfflineBasemap } from './basemap.ts';
import type { Extent } from './units.ts';

/** A map that a theme has ready: what it is for, and what it shows. Texts are French: they are data. */
export interface ReadyMap {
  /** Unique among the maps of a territory. */
  id: string;
  title: string;
  /** One sentence: what the map is for. */
  purpose: string;
  /** Topmost first, without those of the base map; opacity 0 to 1, absent: 1. */
  layers: { id: string; opacity?: number | undefined }[];
  /** One that needs no network; absent: the one that is there stays. */
  basemap?: OfflineBasemap | undefined;
  /** What it looks at, degrees; absent: the place that the reader looks at stays. */
  extent?: Extent | undefined;
}

/** Shape of a `ReadyMap` in `data/themes/*.json` and in the catalogue. */
export const readyMapSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/)),
  title: v.string(),
  purpose: v.string(),
  layers: v.pipe(
    v.array(
      v.strictObject({
        id: v.string(),
        opacity: v.optional(v.pipe(v.number(), v.gtValue(0), v.maxValue(1))),
      }),
    ),
    v.minLength(1),
  ),
  basemap: v.optional(v.picklist(OFFLINE_BASEMAPS)),
  extent: v.optional(v.tuple([v.number(), v.number(), v.number(), v.number()])),
});
