/**
 * A title made of a file's or table's name: no underscores, no SIREN or INSEE code before it and no day after it, words in
 * lower case but for short acronyms: `241800432_ZONE_URBA_20200128` → "Zone urba", `zonesTampon` → "Zones tampon".
 */
export function readableTitle(name: string): string {
  const bare = name.replace(/^(\d{5}|\d{9})[_-]+/, '').replace(/[_-]+(\d{8}|\d{4}-\d\d-\d\d)$/, '');
  const words = (bare || name)
    .replace(/(\p{Ll})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(/[\s_]+|-(?=\p{L})/u)
    .filter(Boolean)
    .map((word) => (isAcronym(word) ? word : word.toLowerCase()));
  const title = words.join(' ');
  return title ? title.charAt(0).toUpperCase() + title.slice(1) : 'Couche';
}

/** `ZAE`, `PLU`: longer words in capitals are shouted words. */
const isAcronym = (word: string) => /^\p{Lu}[\p{Lu}\d]{1,2}$/u.test(word);
