/** Whether `text` holds `part`, accents, case and the form of apostrophes aside; an empty part is held by all. */
export function matchesText(text: string, part: string): boolean {
  return foldText(text).includes(foldText(part.trim()));
}

/** A text without accents, in small letters, with the apostrophe of keyboards. */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(COMBINING_MARKS, '')
    .replaceAll('’', "'")
    .toLocaleLowerCase('fr');
}

const COMBINING_MARKS = /\p{M}/gu;
