import { COMMUNE_LAYER } from '../domain/commune.ts';
import type { CommuneSheet, SheetList } from '../domain/commune-sheet.ts';
import type { Question } from '../domain/question.ts';
import type { Extent } from '../domain/units.ts';

/** Address, from `communes/`, of the map of the atlas with the card of a commune open: the map, told no view, frames it beside the card. */
export function appLink({ code }: CommuneSheet): string {
  return `../index.html#/carte?objet=${COMMUNE_LAYER}/${code}`;
}

/**
 * Address of the question whose answer a list is told from: the features of its layer that lie at least in part in the commune.
 * Null for a list that no one layer gives.
 */
export function listQuestionLink({ sources }: SheetList, { code, extent }: CommuneSheet) {
  const [source, ...others] = sources.filter(
    (candidate) => candidate.kind === 'layer' && candidate.layer !== COMMUNE_LAYER,
  );
  if (source?.kind !== 'layer' || others.length > 0) return null;
  const question: Question = {
    target: source.layer,
    where: {
      kind: 'and',
      conditions: [
        {
          kind: 'intersects',
          layer: COMMUNE_LAYER,
          where: [{ kind: 'compare', field: 'code', op: '=', value: code }],
        },
      ],
    },
  };
  // What a fragment may hold as it is stays: a page has dozens of these.
  const text = encodeURIComponent(JSON.stringify(question)).replace(
    /%(3A|2C|7B|7D|5B|5D)/g,
    decodeURIComponent,
  );
  return `../index.html#/question?vue=${viewOf(extent)}&question=${text}`;
}

/** Address of the sheet of a layer. */
export const layerLink = (layer: string): string =>
  `../index.html#/donnees?couche=${encodeURIComponent(layer)}`;

/** Middle of an extent (degrees) and the web-map zoom at which it fills a window of ordinary size, as the address writes a view. */
function viewOf([west, south, east, north]: Extent): string {
  const lat = (south + north) / 2;
  const wide = WINDOW_PX * 360;
  const tall = wide * Math.cos((lat * Math.PI) / 180);
  const zoom = Math.log2(
    Math.min(wide / (east - west || 1e-6), tall / (north - south || 1e-6)) / TILE_PX,
  );
  return `${((west + east) / 2).toFixed(5)},${lat.toFixed(5)},${Math.min(zoom, 18).toFixed(2)}`;
}

const WINDOW_PX = 600;
const TILE_PX = 512;
