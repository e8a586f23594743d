import type { Finding, IssueFacts } from '../../issue.ts';

/** What is said of a rule: its short name, what is wrong, and what could be done. */
export interface Sentences {
  /** A few words that head a list of its issues: "Géométries non valides". */
  title: string;
  message(facts: IssueFacts, finding: Finding): string;
  repair: string | ((facts: IssueFacts, finding: Finding) => string | null) | null;
}
