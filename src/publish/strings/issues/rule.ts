import type { Sentences } from './sentences.ts';

/** What is told of the rules themselves. */
export const RULE_SENTENCES: Record<string, Sentences> = {
  'rule.failed': {
    title: 'Contrôles qui n’ont pas pu se faire',
    message: ({ title, rule, reason }) =>
      `Le contrôle « ${title} » (${rule}) n’a pas pu aller à son terme : ${reason}. Les autres contrôles ont été faits.`,
    repair:
      'Corrigez d’abord les géométries signalées, puis recommencez ; sinon, publiez en sachant que ce contrôle manque.',
  },
};
