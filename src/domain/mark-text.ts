/** A part of a text, and whether it is one of the words searched for. */
export interface TextPart {
  text: string;
  isMarked: boolean;
}

/** A text in small letters, without accents and ligatures, with all else as it was: `Œuvre d’été` → `oeuvre d’ete`. */
export function foldLetters(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '');
}

/**
 * A text in parts, those marked that are one of the folded `words` (see `foldLetters`). The parts joined are the text: a letter is
 * never cut from its accents, nor a ligature in two.
 */
export function markText(text: string, words: readonly string[]): TextPart[] {
  const letters = [...text.normalize('NFC')];
  const folded = letters.map(foldLetters);
  const starts = startsOf(folded);
  const whole = folded.join('');
  const marks = new Array<boolean>(letters.length).fill(false);
  for (const word of words.filter(Boolean)) {
    for (let at = whole.indexOf(word); at >= 0; at = whole.indexOf(word, at + 1)) {
      starts.forEach((start, i) => {
        const end = start + (folded[i]?.length ?? 0);
        if (start < at + word.length && end > at) marks[i] = true;
      });
    }
  }
  const parts: TextPart[] = [];
  letters.forEach((letter, i) => {
    const last = parts.at(-1);
    const isMarked = marks[i] === true;
    if (last?.isMarked === isMarked) last.text += letter;
    else parts.push({ text: letter, isMarked });
  });
  return parts;
}

/** Where each letter begins in the folded text. */
function startsOf(folded: string[]): number[] {
  let at = 0;
  return folded.map(({ length }) => {
    at += length;
    return at - length;
  });
}
