import { readFileSync } from 'node:fs';

const cache = new Map<string, unknown>();

/** The content of `data/facts/<name>.json`, read once: nobody may change it. */
export function readFact<T>(name: string): T {
  if (!cache.has(name)) {
    const url = new URL(`../../data/facts/${name}.json`, import.meta.url);
    cache.set(name, JSON.parse(readFileSync(url, 'utf8')));
  }
  return cache.get(name) as T;
}
