import { useEffect, useState } from 'react';
import type { Collection } from '../../domain/collection.ts';
import { useAppState } from '../app-context.tsx';

/**
 * What became of the last collection of official data; null until it is known, and where this site has none. Asked once, and only where
 * a layer bears the words that collected sources want: the file of a site that never collected would be asked for in vain.
 */
export function useCollection(): Collection | null {
  const [collection, setCollection] = useState<Collection | null>(null);
  const isCollected = useAppState(
    ({ catalogue }) => catalogue?.layers.some(({ attribution }) => attribution) ?? false,
  );
  useEffect(() => {
    if (!isCollected) return;
    let isGone = false;
    asked ??= readCollection();
    void asked.then((answer) => {
      if (!isGone) setCollection(answer);
    });
    return () => {
      isGone = true;
    };
  }, [isCollected]);
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
