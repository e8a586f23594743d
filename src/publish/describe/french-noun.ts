import type { LayerMeta } from '../../domain/layer.ts';

/** What sentences need to know of a layer's features. */
export type FrenchNoun = Pick<LayerMeta, 'noun' | 'gender'>;

/**
 * A guess at the noun of a layer's features from its title: "Terrils" gives terril, terrils; "Zone tampon" gives zone
 * tampon, zones tampon. Only the first word is inflected; a final e, -tion or -té makes it feminine. Right often
 * enough for a start: `--noun` and `--gender` correct it.
 */
export function guessNoun(title: string): FrenchNoun {
  const [, first, rest] = title.trim().match(/^(\S+)(.*)$/s) ?? ['', 'objet', ''];
  const word = isAcronym(first as string) ? (first as string) : lowerFirst(first as string);
  const singular = toSingular(word);
  const gender = /(e|tion|té)$/.test(singular) ? 'f' : 'm';
  return { noun: [singular + rest, toPlural(singular) + rest], gender };
}

function toSingular(word: string): string {
  if (/eaux$/.test(word)) return word.slice(0, -1);
  if (/aux$/.test(word)) return `${word.slice(0, -3)}al`;
  return isAcronym(word) || !/[^s]s$/.test(word) ? word : word.slice(0, -1);
}

function toPlural(word: string): string {
  if (isAcronym(word) || /[sxz]$/.test(word)) return word;
  if (/eau$/.test(word)) return `${word}x`;
  return /al$/.test(word) ? `${word.slice(0, -2)}aux` : `${word}s`;
}

function isAcronym(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase();
}

function lowerFirst(word: string): string {
  return word.charAt(0).toLowerCase() + word.slice(1);
}
