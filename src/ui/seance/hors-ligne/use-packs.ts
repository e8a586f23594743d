import { useCallback, useEffect, useState } from 'react';
import { askSweep } from '../../../offline/messages.ts';
import type { PackRecord } from '../../../offline/pack-record.ts';
import { listPacks, removePack } from '../../../offline/pack-store.ts';
import { rootHere } from './site-here.ts';

/** Says in this page that the list of prepared sessions is another. */
const changes = new EventTarget();

/** The sessions that are prepared in this browser, null until they are read; and how one is removed. */
export function usePacks() {
  const [packs, setPacks] = useState<PackRecord[] | null>(null);
  useEffect(() => {
    const listening = new AbortController();
    const read = () =>
      void listPacks(rootHere()).then((list) => {
        if (!listening.signal.aborted) setPacks(list);
      });
    read();
    changes.addEventListener('change', read, { signal: listening.signal });
    return () => listening.abort();
  }, []);
  const remove = useCallback(async (id: string) => {
    await removePack(rootHere(), id);
    await askSweep(rootHere());
    tellPacksChanged();
  }, []);
  return { packs, remove };
}

/** To be called when a session was prepared. */
export function tellPacksChanged(): void {
  changes.dispatchEvent(new Event('change'));
}
