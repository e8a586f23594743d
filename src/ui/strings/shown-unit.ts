import { foldText } from './match-text.ts';

/**
 * The unit of a figure as it stands beside its label: none where the label says it already, at its start (`Forages`: 41) or, where it
 * is a word and no symbol, anywhere (`Nouveaux projets`: 7).
 */
export function shownUnit({ label, unit }: { label: string; unit: string }): string {
  const [said, word] = [foldText(label), foldText(unit)];
  const isSaid = said.startsWith(word) || (word.length > 3 && said.split(/[\s']+/).includes(word));
  return isSaid ? '' : unit;
}
