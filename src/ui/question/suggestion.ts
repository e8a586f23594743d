import type { Condition } from '../../domain/question.ts';
import { foldText } from '../strings/match-text.ts';

/** What choosing a suggestion does: it adds a condition, or one whose shape is then drawn on the map. */
export type SuggestionAction =
  | { kind: 'add'; condition: Condition }
  | { kind: 'draw'; condition: Condition; shape: 'polygon' | 'line' | 'point' };

/** The headings of suggestions, in the order of the list. */
const SUGGESTION_GROUPS = ['value', 'place', 'relation', 'measure', 'field', 'result'] as const;

/** One of `SUGGESTION_GROUPS`. */
export type SuggestionGroup = (typeof SUGGESTION_GROUPS)[number];

/** A condition that a reader may add, with the words that find it. */
export interface Suggestion {
  group: SuggestionGroup;
  label: string;
  /** What tells two of one label apart, or what a code means. */
  detail: string;
  /** An official code that it chooses: typed as it is spelled, it comes first. */
  code?: string;
  /** Its label and detail, folded. */
  heading: string;
  /** All the words that find it, folded; those of its heading first. */
  text: string;
  /** Smaller comes first among those that fit as well. */
  rank: number;
  /** Shown before anything is typed: `first` above all, `listed` in its group, `found` only by its words. */
  show: 'first' | 'listed' | 'found';
  action: SuggestionAction;
}

/** Suggestions under one heading; null: the most useful ones. */
export interface SuggestionList {
  group: SuggestionGroup | null;
  suggestions: Suggestion[];
}

/** What a text finds, by heading, at most `MAX_SUGGESTIONS`, and how many more there are. */
export interface FoundSuggestions {
  lists: SuggestionList[];
  more: number;
}

/** Suggestions listed at most: what a reader looks through; the list says how many others there are. */
const MAX_SUGGESTIONS = 40;

/** A suggestion of a condition, found by its label, its detail and other `words`, which are folded: many suggestions share them. */
export function suggest(
  about: Pick<Suggestion, 'group' | 'label' | 'detail' | 'rank' | 'action'> &
    Partial<Pick<Suggestion, 'show' | 'code'>>,
  words = '',
): Suggestion {
  const heading = foldText(`${about.label} ${about.detail}`);
  return { show: 'found', ...about, heading, text: `${heading} ${words}` };
}

/**
 * The suggestions whose words hold every word of `query`, each once: first those whose heading has words that begin so, by rank.
 * Without a query those to begin with, then the others worth listing by group, which may be the same. Some thousand take about a
 * millisecond.
 */
export function findSuggestions(all: Suggestion[], query: string): FoundSuggestions {
  const words = foldText(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return listAll(all);
  const found = all
    .map((suggestion) => ({ suggestion, score: scoreOf(suggestion, query.trim(), words) }))
    .filter(({ score }) => score < NOT_FOUND)
    .sort((a, b) => a.score - b.score || a.suggestion.rank - b.suggestion.rank)
    .map(({ suggestion }) => suggestion);
  const once = [...new Map(found.map((one) => [one.action, one])).values()];
  return byGroup(once.slice(0, MAX_SUGGESTIONS), once.length);
}

function listAll(all: Suggestion[]): FoundSuggestions {
  const first = all.filter(({ show }) => show === 'first').sort((a, b) => a.rank - b.rank);
  const others = all.filter(({ show }) => show === 'listed');
  const lists = SUGGESTION_GROUPS.map((group) => ({
    group,
    suggestions: others.filter((suggestion) => suggestion.group === group),
  }));
  return {
    lists: [{ group: null, suggestions: first }, ...lists].filter(
      ({ suggestions }) => suggestions.length > 0,
    ),
    more: 0,
  };
}

const NOT_FOUND = 9;

function scoreOf({ heading, text, code }: Suggestion, query: string, words: string[]): number {
  if (code?.startsWith(query)) return 0;
  if (!words.every((word) => text.includes(word))) return NOT_FOUND;
  if (words.every((word) => beginsWord(heading, word))) return 1;
  return words.every((word) => beginsWord(text, word)) ? 2 : 3;
}

function beginsWord(text: string, word: string): boolean {
  return text.startsWith(word) || text.includes(` ${word}`) || text.includes(`'${word}`);
}

/** In the order in which the first of each group was found. */
function byGroup(shown: Suggestion[], count: number): FoundSuggestions {
  const groups = [...new Set(shown.map(({ group }) => group))];
  const lists = groups.map((group) => ({
    group,
    suggestions: shown.filter((suggestion) => suggestion.group === group),
  }));
  return { lists, more: count - shown.length };
}
