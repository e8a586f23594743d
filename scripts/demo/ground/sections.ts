import { ringCentroid } from './ring.ts';

/** A block with its number of parcels, to be put in a cadastral section. */
export interface SectionBlock {
  ring: number[][];
  lots: number;
  /** Town and village sections are lettered apart from those of the fields. */
  built: boolean;
}

/**
 * The cadastral section of each block: neighbouring blocks share one, up to `SECTION_LOTS` parcels each.
 * A village has sections A, B, C…; a town AB, AC… in its built part and ZA, ZB… in its fields, as land
 * consolidation left them.
 */
export function nameSections(blocks: SectionBlock[], isTown: boolean): string[] {
  const names: string[] = new Array(blocks.length);
  const all = blocks.map((_, index) => index);
  const groups = isTown
    ? [all.filter((i) => blocks[i]!.built), all.filter((i) => !blocks[i]!.built)]
    : [all];
  groups.forEach((group, kind) => {
    splitByHalves(blocks, group).forEach((section, index) => {
      for (const block of section) names[block] = letters(index, isTown, kind === 1);
    });
  });
  return names;
}

const SECTION_LOTS = 420;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Halves a group of blocks across its longer extent until each part is small enough; west before east, north first. */
function splitByHalves(blocks: SectionBlock[], group: number[]): number[][] {
  const lots = group.reduce((sum, index) => sum + blocks[index]!.lots, 0);
  if (group.length === 0) return [];
  if (lots <= SECTION_LOTS || group.length === 1) return [group];
  const places = new Map(group.map((index) => [index, ringCentroid(blocks[index]!.ring)]));
  const extent = (axis: 0 | 1) => {
    const values = [...places.values()].map((place) => place[axis]!);
    return Math.max(...values) - Math.min(...values);
  };
  const wide = extent(0) > extent(1);
  const rank = (index: number) => (wide ? places.get(index)![0]! : -places.get(index)![1]!);
  const sorted = [...group].sort((a, b) => rank(a) - rank(b));
  let half = 0;
  let cut = 0;
  while (half < lots / 2 && cut < sorted.length - 1) half += blocks[sorted[cut++]!]!.lots;
  return [
    ...splitByHalves(blocks, sorted.slice(0, cut)),
    ...splitByHalves(blocks, sorted.slice(cut)),
  ];
}

/** A…Z then AA, AB… in a village; AB…AZ, BA… in a town; ZA, ZB… then YA… in a town's fields. */
function letters(index: number, isTown: boolean, isLand: boolean): string {
  if (!isTown && index < 26) return ALPHABET[index]!;
  const at = isTown && !isLand ? index + 1 : isTown ? index : index - 26;
  const first = Math.floor(at / 26);
  return `${ALPHABET[isLand ? 25 - first : first]}${ALPHABET[at % 26]}`;
}
