/** Whether `text` holds `part`, accents, case and the form of apostrophes aside; an empty part is held by all. */
export function matchesText(text: string, part: string): boolean {
  return foldText(text).includes(foldText(part.trim()));
}

/** A text without accents, in small letters, with the apostrophe of keyboards. */
export function foldText(text: string): string {
  // French lower case is that of Unicode: to ask for a language's own takes three times as long.
  const small = text.toLowerCase();
  if (ASCII.test(small)) return small;
  return small.normalize('NFD').replace(COMBINING_MARKS, '').replaceAll('’', "'");
}

const ASCII = /^[ -~]*$/;
const COMBINING_MARKS = /\p{M}+/gu;
