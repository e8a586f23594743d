import { foldText } from '../../src/domain/fold-text.ts';
import type { ListedGroup } from './official-groups.ts';

/** An intercommunality that was found. */
export interface FoundGroup {
  group: ListedGroup;
  /** The commune of it that was named, where it was found by that. */
  commune: string | null;
}

/**
 * The intercommunalities that words name, accents and case aside: all words are in its name, else they are the name or the code of a
 * commune of it; those named by themselves first, then the most populous.
 */
export function findGroups(words: string, groups: readonly ListedGroup[]): FoundGroup[] {
  const wanted = foldText(words);
  if (!wanted) return [];
  const parts = wanted.split(' ');
  const found = groups.flatMap((group): FoundGroup[] => {
    const own = ` ${foldText(group.name)}`;
    if (parts.every((part) => own.includes(` ${part}`))) return [{ group, commune: null }];
    const { communes } = group;
    const one = communes.find(({ code, name }) =>
      [foldText(code), foldText(name)].includes(wanted),
    );
    return one ? [{ group, commune: one.name }] : [];
  });
  return found.sort(
    (a, b) =>
      Number(a.commune !== null) - Number(b.commune !== null) ||
      b.group.population - a.group.population,
  );
}

/** The intercommunalities whose SIREN has most digits at the same place as a code that is none, the nearest first. */
export function nearestGroups(
  code: string,
  groups: readonly ListedGroup[],
  count: number,
): ListedGroup[] {
  const same = (siren: string) => [...siren].filter((digit, i) => digit === code[i]).length;
  return [...groups].sort((a, b) => same(b.siren) - same(a.siren)).slice(0, count);
}
