import type { SourceRef } from '../../domain/library.ts';
import { foldText } from '../strings/match-text.ts';

/**
 * Whether a text cites the line of a source, whose document it names by some words of its title: "(rapport d’activité 2024,
 * lignes 1758 à 1760 et 1786)" cites `000:1759`. Lines without a document are of the one named before.
 */
export function citesSource(
  text: string,
  source: SourceRef,
  documents: Record<string, string>,
): boolean {
  const [own, line] = [source.slice(0, source.indexOf(':')), Number(/:(\d+)/.exec(source)?.[1])];
  let document: string | null = null;
  let end = 0;
  for (const match of text.matchAll(CITATION)) {
    document = namedDocument(text.slice(end, match.index), documents) ?? document;
    end = match.index + match[0].length;
    const isOwn = document === null || document === own;
    if (isOwn && rangesIn(match[1] ?? '').some(([first, last]) => first <= line && line <= last)) {
      return true;
    }
  }
  return false;
}

/** Id of the document whose title has most words of what stands before a citation, two at least; null where none has. */
function namedDocument(before: string, documents: Record<string, string>): string | null {
  const words = wordsOf(before.slice(before.search(/[^(;:]*$/)));
  let most = 1;
  let named: string | null = null;
  for (const [id, title] of Object.entries(documents)) {
    const shared = new Set(wordsOf(title).filter((word) => words.includes(word))).size;
    if (shared <= most) continue;
    most = shared;
    named = id;
  }
  return named;
}

function wordsOf(text: string): string[] {
  return foldText(text).match(/[a-z]{4,}|\d+/g) ?? [];
}

/** The lines of a citation, first and last, inclusive. */
function rangesIn(list: string): [number, number][] {
  return [...list.matchAll(RANGE)].map(([, first, last = first]) => [Number(first), Number(last)]);
}

/** What follows "ligne" or "lignes": numbers, ranges, and what joins them. */
const CITATION = /\blignes?\s+((?:\d+|\s|,|-|à|et)+)/g;
const RANGE = /(\d+)(?:\s*(?:-|à)\s*(\d+))?/g;
