import { useEffect, useState } from 'react';
import { catalogueKeptAt } from '../../../offline/kept-data.ts';
import { rootHere } from './site-here.ts';

/** Whether the site answers; where it does not, when its catalogue that is shown was kept (null: unknown). */
export type Connection = { isOnline: true } | { isOnline: false; keptAt: string | null };

/** Asks the site whether it is there when the page opens, and when the browser says that its network came or went. */
export function useConnection(): Connection {
  const [connection, setConnection] = useState<Connection>({ isOnline: true });
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const look = async () => {
      const next = await lookAtConnection();
      if (!signal.aborted) setConnection(next);
    };
    void look();
    window.addEventListener('online', look, { signal });
    window.addEventListener('offline', look, { signal });
    return () => listening.abort();
  }, []);
  return connection;
}

async function lookAtConnection(): Promise<Connection> {
  const root = rootHere();
  try {
    await fetch(`${root}catalogue.json`, { method: 'HEAD', cache: 'no-store' });
    return { isOnline: true };
  } catch {
    // No answer is what was asked: the page goes on with what is kept.
    return { isOnline: false, keptAt: 'caches' in window ? await catalogueKeptAt(root) : null };
  }
}
