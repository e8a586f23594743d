import type { SourceRef } from '../../domain/library.ts';

/** Whether a text cites the line of a source: "(rapport d’activité 2024, lignes 1758 à 1760 et 1786)" cites `000:1759`. */
export function citesSource(text: string, source: SourceRef): boolean {
  const line = Number(/:(\d+)/.exec(source)?.[1]);
  return citedLines(text).some(([first, last]) => first <= line && line <= last);
}

/** The lines that a text cites, first and last, inclusive. */
function citedLines(text: string): [number, number][] {
  return [...text.matchAll(CITATION)].flatMap(([, list = '']) =>
    [...list.matchAll(RANGE)].map(([, first, last = first]): [number, number] => [
      Number(first),
      Number(last),
    ]),
  );
}

/** What follows "ligne" or "lignes": numbers, ranges, and what joins them. */
const CITATION = /\blignes?\s+((?:\d+|\s|,|-|à|et)+)/g;
const RANGE = /(\d+)(?:\s*(?:-|à)\s*(\d+))?/g;
