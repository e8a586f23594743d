/** What a reader typed to name a parcel: its full identifier, or section and number with the words of a commune. */
export type ParcelQuery =
  | { kind: 'id'; id: string }
  | { kind: 'number'; prefix: string; section: string; number: string; commune: string };

/**
 * The parcel that a text names, or null when it names none: `62119000AB0123`, `62119 000 AB 123`,
 * `AB 123 Béthune`, `section AB n° 123, Béthune`, `Béthune AB123`. The identifier has 14 characters: commune (5),
 * prefix (3), section (2), number (4), each padded with zeros (Etalab cadastre, PCI).
 */
export function parseParcelNumber(text: string): ParcelQuery | null {
  const compact = text.toUpperCase().replace(/[\s.-]+/g, '');
  const full = PARCEL_ID.exec(compact);
  if (full) return { kind: 'id', id: full.slice(1).join('') };
  const clean = text
    .replace(/\bsection\b/i, ' ')
    .replace(/(?<=\b0?[a-z]{1,2}\s)n(°|o|uméro)?\.?(?=\s*\d)/i, ' ');
  const part = /(?:^|[\s,])(?:(\d{3})\s)?(0?[a-z]|[a-z]{2})\s*0*(\d{1,4})(?=$|[\s,])/i.exec(clean);
  if (!part) return null;
  const [match, prefix = '000', section = '', number = ''] = part;
  const commune = clean
    .replace(match, ' ')
    .replace(/[,\s]+/g, ' ')
    .replace(/^\s*à\s/i, '')
    .trim();
  return {
    kind: 'number',
    prefix,
    section: section.toUpperCase().padStart(2, '0'),
    number: number.padStart(4, '0'),
    commune,
  };
}

/** Commune, prefix, section and number. */
const PARCEL_ID = /^(\d[\dAB]\d{3})(\d{3})([0A-Z][A-Z])(\d{4})$/;

/** The section and number of an identifier as people say them, `AB 123`, after a prefix other than `000`; null for what is none. */
export function shortParcelNumber(id: string): string | null {
  const [, , prefix, section, number] = PARCEL_ID.exec(id) ?? [];
  if (!section) return null;
  const short = `${section.replace(/^0/, '')} ${Number(number)}`;
  return prefix === '000' ? short : `${prefix} ${short}`;
}

/** The identifier of a parcel in a commune, `62119` + `000` + `AB` + `0123`. */
export function parcelId(insee: string, prefix: string, section: string, number: string): string {
  return `${insee}${prefix}${section}${number}`;
}
