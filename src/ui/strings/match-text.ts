/** Whether `text` holds `part`, accents and case aside; an empty part is held by all. */
export function matchesText(text: string, part: string): boolean {
  return foldText(text).includes(foldText(part.trim()));
}

/** A text without accents, in small letters. */
export function foldText(text: string): string {
  return text.normalize('NFD').replace(COMBINING_MARKS, '').toLocaleLowerCase('fr');
}

const COMBINING_MARKS = /\p{M}/gu;
