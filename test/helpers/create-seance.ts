import type { Scene, Seance, SeanceItem } from '../../src/domain/seance.ts';

/** A scene over the whole of `createCatalogue`'s territory; `overrides` change any part of it. */
export function createScene(overrides: Partial<Scene> = {}): Scene {
  return { extent: [2.5, 50.4, 2.6, 50.5], layers: [{ id: 'parcelles' }], ...overrides };
}

/** An item of an agenda with that number. */
export function createItem(number: string, scene: Partial<Scene> = {}): SeanceItem {
  return {
    number,
    title: `Point ${number}`,
    text: 'Le conseil est saisi.',
    scene: createScene(scene),
    figures: [],
    source: '000:1',
  };
}

/** A session of these items, made for `createCatalogue`'s territory. */
export function createSeance(items: SeanceItem[] = [createItem('1')]): Seance {
  return {
    version: 1,
    id: 'essai',
    territory: '000000000',
    title: 'Conseil d’essai',
    assembly: 'Conseil communautaire',
    date: '2026-03-03',
    items,
  };
}
