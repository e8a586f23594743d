import { useEffect, useState } from 'react';
import type { Collection } from '../../domain/collection.ts';

/** What became of the last collection of official data; null until it is known, and where this site has none. Asked once. */
export function useCollection(): Collection | null {
  const [collection, setCollection] = useState<Collection | null>(null);
  useEffect(() => {
    let isGone = false;
    asked ??= readCollection();
    void asked.then((answer) => {
      if (!isGone) setCollection(answer);
    });
    return () => {
      isGone = true;
    };
  }, []);
  return collection;
}

let asked: Promise<Collection | null> | null = null;

/** A host without the file, one that answers any address with its page, and no network are alike: nothing is told. */
async function readCollection(): Promise<Collection | null> {
  const url = new URL('collecte.json', document.baseURI);
  const response = await fetch(url, { cache: 'no-cache' }).catch(() => null);
  const isJson = response?.headers.get('content-type')?.includes('json');
  if (!response?.ok || !isJson) return null;
  const { parseCollection } = await import('../../domain/parse-collection.ts');
  return parseCollection(await response.json().catch(() => null));
}
