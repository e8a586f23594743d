import { aide } from '../strings/aide/aide.ts';
import { electedGuide } from '../strings/aide/elected-guide.ts';
import { embedGuide } from '../strings/aide/embed-guide.ts';
import { everyoneGuide } from '../strings/aide/everyone-guide.ts';
import { gisGuide } from '../strings/aide/gis-guide.ts';
import { glossary } from '../strings/aide/glossary.ts';
import type { GuidePage, GuideSection } from '../strings/aide/guide-page.ts';
import { plannerGuide } from '../strings/aide/planner-guide.ts';
import { dataGuide, figuresGuide } from '../strings/aide/reference-guide.ts';
import { shortcutGroups } from '../strings/aide/shortcuts.ts';
import { foldText } from '../strings/match-text.ts';

/** The guides, by role. */
export const GUIDES: GuidePage[] = [everyoneGuide, plannerGuide, electedGuide, gisGuide];

/** The pages that explain how figures come about and where data come from. */
export const METHODS: GuidePage[] = [figuresGuide, dataGuide, embedGuide];

/** A passage that was found, with the page that it is in, and the address of both. */
export interface FoundPassage {
  to: string;
  page: string;
  title: string;
}

/** The passage of a help address, `page.passage`; null where there is none. */
export function passageOf(to: string): GuideSection | null {
  const [page, section] = to.split('.');
  const guide = [...GUIDES, ...METHODS].find(({ id }) => id === page);
  return guide?.sections.find(({ id }) => id === section) ?? null;
}

/** The passages that hold all words of a text, whatever their accents and capitals. */
export function searchHelp(text: string): FoundPassage[] {
  const words = foldText(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return PASSAGES.filter(({ folded }) => words.every((word) => folded.includes(word)));
}

const PASSAGES = [
  ...[...GUIDES, ...METHODS].flatMap(({ id, title: page, sections }) =>
    sections.map((section) => {
      const { title, text = [], steps = [] } = section;
      const folded = foldText([page, title, ...text, ...steps].join(' '));
      return { to: `${id}.${section.id}`, page, title, folded };
    }),
  ),
  ...shortcutGroups.map(({ id, title, shortcuts }) => ({
    to: `${aide.keys.id}.${id}`,
    page: aide.keys.title,
    title,
    folded: foldText([aide.keys.title, title, ...shortcuts.flat(2)].join(' ')),
  })),
  ...glossary.map(([word, meaning]) => ({
    to: aide.words.id,
    page: aide.words.title,
    title: word,
    folded: foldText(`${word} ${meaning}`),
  })),
];
