import { useEffect, useState } from 'react';
import { isAbort } from '../../domain/errors.ts';
import type { Place } from '../../domain/feature.ts';
import { useEffects, useServices } from '../app-context.tsx';

/** How a search stands; its places are grouped by layer, in the order the layers came. */
export interface PlacesFound {
  kind: 'idle' | 'searching' | 'found' | 'failed';
  places: Place[];
  /** How the addresses of the online service stand, where they were asked for. */
  online: 'off' | 'asking' | 'found' | 'failed';
}

/**
 * The places whose name or number holds `text`, asked for when the typing pauses; a new text cancels the last. With `isOnline`,
 * addresses of the online service come when the typing has paused for longer: after them, but first for the number of a house.
 */
export function usePlaces(text: string, isOnline = false): PlacesFound {
  const { search } = useEffects();
  const { store } = useServices();
  const [found, setFound] = useState<PlacesFound>(IDLE);
  const wanted = text.trim();
  useEffect(() => {
    if (wanted === '') {
      setFound(IDLE);
      return;
    }
    const controller = new AbortController();
    const { signal } = controller;
    setFound(({ places }) => ({ kind: 'searching', places, online: 'off' }));
    const asksOnline = isOnline && wanted.length >= MIN_ADDRESS;
    const timer = setTimeout(async () => {
      try {
        const places = groupByLayer(await search(wanted, signal));
        setFound({ kind: 'found', places, online: asksOnline ? 'asking' : 'off' });
        if (!asksOnline) return;
        const { addressesAfterPause } = await import('./addresses.ts');
        const territory = store.getState().catalogue?.territory;
        const { addresses, online } = await addressesAfterPause(wanted, territory, signal);
        const isHouse = /^\d/.test(wanted);
        const all = isHouse ? [...addresses, ...places] : [...places, ...addresses];
        setFound({ kind: 'found', places: all, online });
      } catch (error) {
        if (!isAbort(error)) setFound({ kind: 'failed', places: [], online: 'off' });
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [wanted, isOnline, search, store]);
  return found;
}

const IDLE: PlacesFound = { kind: 'idle', places: [], online: 'off' };

/** Silence of the keyboard after which a search starts. */
const PAUSE_MS = 120;

/** Shortest text that the online service takes. */
const MIN_ADDRESS = 3;

function groupByLayer(places: Place[]): Place[] {
  const layers = [...new Set(places.map((place) => place.layer))];
  return layers.flatMap((layer) => places.filter((place) => place.layer === layer));
}
