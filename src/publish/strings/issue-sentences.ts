import type { Finding } from '../issue.ts';
import { ATTRIBUTE_SENTENCES } from './issues/attributes.ts';
import { GEOMETRY_SENTENCES } from './issues/geometry.ts';
import { KEY_SENTENCES } from './issues/keys.ts';
import { RULE_SENTENCES } from './issues/rule.ts';
import { SCHEMA_SENTENCES } from './issues/schema.ts';
import type { Sentences } from './issues/sentences.ts';
import { SOURCE_SENTENCES } from './issues/source.ts';

/** What is wrong, one French sentence. */
export function messageOf(finding: Finding): string {
  return typeset(sentencesOf(finding.rule).message(finding.facts, finding));
}

/** Where somebody publishes: what is an option of the command is a field or a button of the page. */
export type PublishPlace = 'command' | 'page';

/** What could be done in a place, one French sentence; null when there is nothing to do. */
export function repairOf(finding: Finding, place: PublishPlace): string | null {
  const { repair: typed, inPage = typed } = sentencesOf(finding.rule);
  const repair = place === 'page' ? inPage : typed;
  const text = typeof repair === 'function' ? repair(finding.facts, finding) : repair;
  return text === null ? null : typeset(text);
}

/** A few words that head a list of the issues of a rule. */
export function ruleTitle(rule: string): string {
  return sentencesOf(rule).title;
}

/** The spaces that French punctuation keeps on its line. */
function typeset(text: string): string {
  return text.replace(/ (?=[;:?!»])|(?<=«) /g, '\u00a0');
}

function sentencesOf(rule: string): Sentences {
  const sentences = SENTENCES[rule];
  if (!sentences) throw new Error(`no sentence for ${rule}`);
  return sentences;
}

/** Rule → its sentences. A family of rules has its file in `issues/`. */
const SENTENCES: Record<string, Sentences> = {
  ...RULE_SENTENCES,
  ...SOURCE_SENTENCES,
  ...GEOMETRY_SENTENCES,
  ...SCHEMA_SENTENCES,
  ...KEY_SENTENCES,
  ...ATTRIBUTE_SENTENCES,
};
