import type { Catalogue } from './catalogue.ts';
import type { Field, Layer } from './layer.ts';
import { foldLetters } from './mark-text.ts';

/** What of a layer holds a word that is searched for. */
export type MatchReason =
  | { kind: 'title' | 'keyword' | 'class' | 'theme' | 'abstract' | 'producer' | 'id'; text: string }
  | { kind: 'field'; field: Field }
  | { kind: 'code'; field: Field; code: string; meaning: string };

/** A layer that was found. */
export interface LayerMatch {
  layer: Layer;
  /** Why, the best reason first; the title alone where it holds every word. */
  reasons: MatchReason[];
  /** How many more texts of the layer hold every word. */
  more: number;
}

/**
 * The words of a search: without accents and case, each once. Single letters (`à`, the `d` of `d’eau`) are left out where there are
 * longer words: every text holds them.
 */
export function wordsOf(text: string): string[] {
  const parts = foldLetters(text).split(/[^\p{Letter}\p{Number}_]+/u);
  const words = [...new Set(parts.filter(Boolean))];
  const long = words.filter(({ length }) => length > 1);
  return long.length > 0 ? long : words;
}

/**
 * The layers that hold every word of `text`, best first: by title, then keyword, code, class, field, theme, abstract, producer, id;
 * those that are equal stay in the catalogue's order. A word is found within longer ones. Where no one text of a layer holds all words,
 * several may hold them together. No words find nothing. Cost: linear in the texts of the catalogue, a few milliseconds for 100 layers.
 */
export function searchLayers({ layers, themes }: Catalogue, text: string): LayerMatch[] {
  const words = wordsOf(text);
  if (words.length === 0) return [];
  const titles = new Map(themes.map(({ id, title }) => [id, title]));
  return layers
    .flatMap((layer) => matchOf(layer, titles.get(layer.theme) ?? '', words) ?? [])
    .sort((a, b) => a.rank - b.rank)
    .map(({ match }) => match);
}

interface Ranked {
  match: LayerMatch;
  rank: number;
}

interface Place {
  reason: MatchReason;
  /** The words that its text holds. */
  held: string[];
}

function matchOf(layer: Layer, theme: string, words: string[]): Ranked | null {
  const places = placesOf(layer, theme)
    .map(({ reason, text }) => ({ reason, held: heldBy(foldLetters(text), words) }))
    .filter(({ held }) => held.length > 0);
  const whole = places.filter(({ held }) => held.length === words.length);
  const [best] = whole;
  if (!best) {
    const reasons = coverOf(places, words);
    return reasons && { match: { layer, reasons, more: 0 }, rank: ORDER.length };
  }
  const isTitle = best.reason.kind === 'title';
  const told = isTitle ? [best] : whole.slice(0, MAX_REASONS);
  const reasons = told.map(({ reason }) => reason);
  const more = isTitle ? 0 : whole.length - told.length;
  return { match: { layer, reasons, more }, rank: rankOf(best.reason, words) };
}

/** A few texts, those that hold most words first, that hold all words together; null when they do not. */
function coverOf(places: readonly Place[], words: readonly string[]): MatchReason[] | null {
  const reasons: MatchReason[] = [];
  let missing = words;
  while (missing.length > 0) {
    const gain = ({ held }: Place) => held.filter((word) => missing.includes(word)).length;
    const most = Math.max(0, ...places.map(gain));
    const next = places.find((place) => most > 0 && gain(place) === most);
    if (!next) return null;
    reasons.push(next.reason);
    missing = missing.filter((word) => !next.held.includes(word));
  }
  return reasons;
}

/** Texts of a layer, the one that says most first. */
function placesOf(layer: Layer, theme: string): { reason: MatchReason; text: string }[] {
  const { title, keywords = [], style, fields, abstract, service, producer, id } = layer;
  const plain = (kind: Extract<MatchReason, { text: string }>['kind'], text: string) => ({
    reason: { kind, text },
    text,
  });
  const codes = fields.flatMap((field) =>
    Object.entries(field.codes ?? {}).map(([code, meaning]) => ({
      reason: { kind: 'code' as const, field, code, meaning },
      text: `${code} ${meaning}`,
    })),
  );
  const isCode = (text: string) => codes.some(({ reason }) => reason.meaning === text);
  return [
    plain('title', title),
    ...keywords.map((text) => plain('keyword', text)),
    ...codes,
    ...(style.classes ?? [])
      .filter(({ label }) => !isCode(label))
      .map(({ label }) => plain('class', label)),
    ...fields.map((field) => ({
      reason: { kind: 'field' as const, field },
      text: `${field.name} ${field.label}`,
    })),
    plain('theme', theme),
    plain('abstract', abstract),
    plain('producer', service ? `${service}, ${producer}` : producer),
    plain('id', id),
  ];
}

const heldBy = (folded: string, words: string[]) => words.filter((word) => folded.includes(word));

/** Titles that begin with the first word come before the others. */
function rankOf(reason: MatchReason, [first = '']: string[]): number {
  const rank = ORDER.indexOf(reason.kind);
  const begins = reason.kind === 'title' && foldLetters(reason.text).startsWith(first);
  return begins ? rank - 0.5 : rank;
}

const ORDER: MatchReason['kind'][] = [
  'title',
  'keyword',
  'code',
  'class',
  'field',
  'theme',
  'abstract',
  'producer',
  'id',
];

/** Reasons that a row has room for. */
const MAX_REASONS = 2;
