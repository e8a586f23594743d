import type { Finding, IssueFacts } from '../../issue.ts';

/** What could be done; null when there is nothing to do. */
export type Repair = string | ((facts: IssueFacts, finding: Finding) => string | null) | null;

/** What is said of a rule: its short name, what is wrong, and what could be done. */
export interface Sentences {
  /** A few words that head a list of its issues: "Géométries non valides". */
  title: string;
  message(facts: IssueFacts, finding: Finding): string;
  repair: Repair;
  /** What could be done in the page, where that is something else than on the command line. */
  inPage?: Repair;
}
