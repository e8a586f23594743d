import { useEffect, useState } from 'react';
import { isAbort } from '../../domain/errors.ts';
import type { Place } from '../../domain/feature.ts';
import { useEffects } from '../app-context.tsx';

/** How a search stands; its places are grouped by layer, in the order the layers came. */
export interface PlacesFound {
  kind: 'idle' | 'searching' | 'found' | 'failed';
  places: Place[];
}

/** The places whose name or number holds `text`, asked for when the typing pauses; a new text cancels the last. */
export function usePlaces(text: string): PlacesFound {
  const { search } = useEffects();
  const [found, setFound] = useState<PlacesFound>({ kind: 'idle', places: [] });
  const wanted = text.trim();
  useEffect(() => {
    if (wanted === '') {
      setFound({ kind: 'idle', places: [] });
      return;
    }
    const controller = new AbortController();
    setFound(({ places }) => ({ kind: 'searching', places }));
    const timer = setTimeout(async () => {
      try {
        const places = await search(wanted, controller.signal);
        setFound({ kind: 'found', places: groupByLayer(places) });
      } catch (error) {
        if (!isAbort(error)) setFound({ kind: 'failed', places: [] });
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [wanted, search]);
  return found;
}

/** Silence of the keyboard after which a search starts. */
const PAUSE_MS = 120;

function groupByLayer(places: Place[]): Place[] {
  const layers = [...new Set(places.map((place) => place.layer))];
  return layers.flatMap((layer) => places.filter((place) => place.layer === layer));
}
