import * as v from 'valibot';
import type { Place } from '../../domain/feature.ts';

/** The places chosen lately in this browser, last first; none where the browser keeps nothing. */
export function readRecentPlaces(): Place[] {
  try {
    const parsed = v.safeParse(placesSchema, JSON.parse(localStorage.getItem(key()) ?? '[]'));
    return parsed.success ? parsed.output : [];
  } catch {
    // Storage is refused in private windows, and its text may be anyone's: both only mean that nothing is remembered.
    return [];
  }
}

/** Remembers a chosen place and gives the new list. */
export function rememberPlace(place: Place): Place[] {
  const others = readRecentPlaces().filter(
    (other) => other.layer !== place.layer || other.key !== place.key,
  );
  const places = [place, ...others].slice(0, MAX_RECENT);
  try {
    localStorage.setItem(key(), JSON.stringify(places));
  } catch {
    // Storage refused or full: the list still serves this page.
    return places;
  }
  return places;
}

/** The territories of one site share the storage of a browser: each has a key of its own. */
function key(): string {
  const { territory } = globalThis.document?.documentElement.dataset ?? {};
  return `arpent-recent-places${territory ? ` ${territory}` : ''}`;
}

const MAX_RECENT = 6;

const placesSchema = v.array(
  v.object({
    layer: v.string(),
    key: v.string(),
    title: v.string(),
    subtitle: v.string(),
    extent: v.tuple([v.number(), v.number(), v.number(), v.number()]),
  }),
);
