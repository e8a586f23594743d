import * as v from 'valibot';
import type { Territory } from '../../domain/catalogue.ts';
import { AppError } from '../../domain/errors.ts';
import type { Place } from '../../domain/feature.ts';
import { parseParcelNumber } from '../../domain/parcel-number.ts';
import type { Extent, LngLat } from '../../domain/units.ts';
import { ADDRESS_LAYER } from './address-choice.ts';

/** The geocoder of the Géoplateforme (IGN), over the Base Adresse Nationale; free, without key, 50 requests a second. */
export const GEOCODER_URL = 'https://data.geopf.fr/geocodage/search';

/**
 * Addresses in a territory once the typing has paused for `PAUSE_MS`; a service that fails gives none, and says so. It is not asked
 * for the number of a parcel.
 * @throws the signal's reason when cancelled.
 */
export async function addressesAfterPause(
  text: string,
  territory: Territory | undefined,
  signal: AbortSignal,
): Promise<{ addresses: Place[]; online: 'off' | 'found' | 'failed' }> {
  await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  signal.throwIfAborted();
  if (!territory || parseParcelNumber(text)) return { addresses: [], online: 'off' };
  try {
    const { extent, geocoder } = territory;
    return { addresses: await findAddresses(text, extent, signal, geocoder), online: 'found' };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { addresses: [], online: 'failed' };
  }
}

/** Silence of the keyboard, after that of the local search, before the service is asked. */
const PAUSE_MS = 300;

/**
 * Addresses that the service at `base` knows for a text, best first, within `extent` (degrees) with a margin for its neighbours.
 * `GET ?q=&index=address&limit=&lat=&lon=` gives a GeoJSON FeatureCollection, properties `label`, `context`, `type`.
 * @throws {AppError} `address-service` when it does not answer within `TIMEOUT_MS`, refuses, or gives something else; the signal's
 * reason when cancelled.
 */
export async function findAddresses(
  text: string,
  extent: Extent,
  signal: AbortSignal,
  base: string = GEOCODER_URL,
): Promise<Place[]> {
  const [west, south, east, north] = extent;
  const url = new URL(base);
  const parameters = {
    q: text.slice(0, MAX_CHARS),
    index: 'address',
    limit: String(MOST),
    lon: ((west + east) / 2).toFixed(4),
    lat: ((south + north) / 2).toFixed(4),
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  const found = await read(url, signal);
  return found.flatMap(({ geometry, properties }) => {
    const at = geometry.coordinates as unknown as LngLat;
    return isNear(at, extent) ? [placeOf(at, properties)] : [];
  });
}

async function read(url: URL, signal: AbortSignal) {
  try {
    const response = await fetch(url, {
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
    if (!response.ok) throw new Error(`answered ${response.status}`);
    return v.parse(answerSchema, await response.json()).features;
  } catch (cause) {
    signal.throwIfAborted();
    throw new AppError('address-service', `${url.host}: ${cause}`, { host: url.host }, cause);
  }
}

function placeOf([lng, lat]: LngLat, { label, context }: Properties): Place {
  return {
    layer: ADDRESS_LAYER,
    key: `${lng},${lat}`,
    title: label,
    subtitle: context ?? '',
    extent: [lng, lat, lng, lat],
  };
}

function isNear([lng, lat]: LngLat, [west, south, east, north]: Extent): boolean {
  return (
    lng >= west - MARGIN_DEG &&
    lng <= east + MARGIN_DEG &&
    lat >= south - MARGIN_DEG &&
    lat <= north + MARGIN_DEG
  );
}

/** Longest text that the service takes (its OpenAPI document, parameter `q`). */
const MAX_CHARS = 200;
const MOST = 5;
const TIMEOUT_MS = 6000;
/** Some 10 km. */
const MARGIN_DEG = 0.12;

const propertiesSchema = v.object({ label: v.string(), context: v.optional(v.string()) });
type Properties = v.InferOutput<typeof propertiesSchema>;

const answerSchema = v.object({
  features: v.array(
    v.object({
      geometry: v.object({ coordinates: v.pipe(v.array(v.number()), v.minLength(2)) }),
      properties: propertiesSchema,
    }),
  ),
});
