import { foldText } from './fold-text.ts';
import type { Scene, Seance, SeanceItem } from './seance.ts';
import type { Extent } from './units.ts';

/** A session to begin with: one item that shows the territory. */
export function newSeance(territory: { siren: string; extent: Extent }, layers: string[]): Seance {
  const scene: Scene = { extent: territory.extent, layers: layers.map((id) => ({ id })) };
  return {
    version: 1,
    id: 'nouvelle-seance',
    territory: territory.siren,
    title: '',
    assembly: '',
    date: null,
    items: [newItem([], scene)],
  };
}

/** An empty item to come after others, numbered on from them. */
export function newItem(items: readonly SeanceItem[], scene: Scene): SeanceItem {
  return { number: nextNumber(items), title: '', text: '', scene, figures: [], source: '' };
}

/** One more than the largest whole part of the numbers of items. */
export function nextNumber(items: readonly SeanceItem[]): string {
  const wholes = items.map(({ number }) => Number.parseInt(number, 10)).filter(Number.isFinite);
  return String(Math.max(0, ...wholes) + 1);
}

/** The items numbered 1, 2, 3… in their order, where all of them have whole numbers; else as they are. */
export function renumbered(items: readonly SeanceItem[]): SeanceItem[] {
  const areWhole = items.every(({ number }) => /^\d+$/.test(number));
  return areWhole ? items.map((item, i) => ({ ...item, number: String(i + 1) })) : [...items];
}

/** The items with the one at `from` standing at `to`. */
export function moveItem<T>(items: readonly T[], from: number, to: number): T[] {
  const moved = [...items];
  const [item] = moved.splice(from, 1);
  if (item !== undefined) moved.splice(to, 0, item);
  return moved;
}

/** A title as the id of a session, which is the name of its file: `Conseil du 3 mars` → `conseil-du-3-mars`. */
export function idOfTitle(title: string): string {
  const id = foldText(title)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return id || 'seance';
}
