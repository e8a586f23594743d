/** "de" and the name of a commune as French joins them: "d’Auchel", "de Béthune", "d’Hersin-Coupigny". */
export function ofPlace(name: string): string {
  return STARTS_WITH_VOWEL.test(name) ? `d’${name}` : `de ${name}`;
}

/** A vowel, or one of the silent h of the territory as the documents write them. */
const STARTS_WITH_VOWEL = /^([AEIOUÀÂÉÈÊÎÔ]|Hersin|Hermin|Hesdigneul|Houdain|Houchin|Hinges)/;
