/**
 * Names of at most 10 plain characters, as dBASE III wants them, no two alike whatever the case: without accents, anything
 * but letters, figures and `_` as `_`, cut, and numbered where that makes two the same.
 */
export function shortNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const plain = unaccented(name).replace(/\W/g, '_') || '_';
    let short = plain.slice(0, MAX_NAME);
    for (let i = 1; taken.has(short.toLowerCase()); i++) {
      short = plain.slice(0, MAX_NAME - 1 - String(i).length).concat(`_${i}`);
    }
    taken.add(short.toLowerCase());
    return short;
  });
}

function unaccented(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('œ', 'oe').replaceAll('Œ', 'OE');
}

const MAX_NAME = 10;
