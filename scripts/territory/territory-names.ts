/** What an intercommunality is called. */
export interface TerritoryNames {
  /** With its legal form in full: `Communauté d’agglomération de Lens-Liévin`. */
  name: string;
  /** Without it, short enough for a header: `Lens-Liévin`. */
  shortName: string;
}

/**
 * The names of an intercommunality by the one of the official list: `CA de Lens - Liévin`. The article stays as the list has it
 * (`CC du Pays de Fayence`, `CU d'Arras`); an acronym in brackets is the short name.
 */
export function territoryNames(listed: string): TerritoryNames {
  const text = listed
    .replace(/(?:''|")(.+?)(?:''|")/g, '«\u00a0$1\u00a0»')
    .replaceAll("'", '’')
    .replace(ONE_PAIR, '$1$2-$3')
    .replaceAll(' - ', ' – ');
  const name = text.replace(/^(?:CA|CC|CU)(?= )/, (form) => LEGAL_FORMS[form] ?? form);
  return { name, shortName: shorten(text) };
}

/** `Lens - Liévin` is one name, `Lens-Liévin`; between longer names the dash stays a dash. */
const ONE_PAIR = /^((?:C[ACU] )?(?:(?:du|de|des|de la) |d’|de l’)?)(\S+) - (\S+)$/;

function shorten(text: string): string {
  const acronym = text.match(/\(([A-Z][A-Z0-9-]{1,9})\)/)?.[1];
  if (acronym) return acronym;
  const bare = text
    .replace(/ *\([^)]*\)/, '')
    .replace(/,.*|[«»]\u00a0?/g, '')
    .trim();
  const isMetropolis = /^(?:M|Eurom)étropole/.test(bare);
  const short = isMetropolis
    ? bare.replace(/^Métropole (?:du |d’|de )/, '')
    : bare.replace(/^C[ACU] /, '').replace(/^(?:de la |de l’|des |du |de |d’)/, '');
  return short.charAt(0).toUpperCase() + short.slice(1);
}

/** General code of local authorities, book II of its fifth part. */
const LEGAL_FORMS: Record<string, string> = {
  CA: 'Communauté d’agglomération',
  CC: 'Communauté de communes',
  CU: 'Communauté urbaine',
};
