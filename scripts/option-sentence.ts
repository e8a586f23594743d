import type { OptionFault } from './read-options.ts';

/** The sentence of a fault that every command knows, with how it is called; the call alone where that is what was asked. */
export function optionSentence(fault: OptionFault, usage: string): string {
  switch (fault.kind) {
    case 'help':
      return usage;
    case 'unknown-option':
      return `L’option ${fault.option} n’existe pas.\n\n${usage}`;
    case 'missing-value':
      return `L’option ${fault.option} demande une valeur.\n\n${usage}`;
  }
}
