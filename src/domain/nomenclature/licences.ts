// Data table: the licences that French public data are published under.
import { foldText } from '../fold-text.ts';
import type { LayerMeta } from '../layer.ts';

/** A licence, and what it asks of those who use the data again. */
export interface Licence {
  /** What stands in `LayerMeta.licence`. */
  name: string;
  /** Its address, as data.gouv.fr knows it; null for what is no licence that everybody may take. */
  uri: string | null;
  /** What it obliges, one French sentence. */
  obliges: string;
  /** Whether everybody may have the data. */
  isOpen: boolean;
  /** How to name the source, where it must be or may be named; dates are `YYYY-MM-DD`. */
  attribution(layer: Pick<LayerMeta, 'title' | 'producer' | 'date'>): string;
}

/** The licences that are offered, the usual one first. */
export const LICENCES: readonly Licence[] = [
  {
    name: 'Licence Ouverte 2.0',
    uri: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence',
    obliges:
      'Réutilisation libre, même commerciale, à condition de citer la source et la date de la dernière mise à jour.',
    isOpen: true,
    attribution: ({ title, producer, date }) =>
      `Source : ${producer} – ${title}, mise à jour du ${frenchDate(date)}`,
  },
  {
    name: 'ODbL 1.0',
    uri: 'http://opendatacommons.org/licenses/odbl/summary/',
    obliges:
      'Réutilisation libre à condition de citer la source, de partager sous ODbL toute base de données qui en est dérivée et de la laisser ouverte, sans verrou technique.',
    isOpen: true,
    attribution: ({ title, producer, date }) =>
      `© ${producer} – ${title}, ${frenchDate(date)}, sous licence ODbL 1.0`,
  },
  {
    name: 'CC-BY 4.0',
    uri: 'https://creativecommons.org/licenses/by/4.0/',
    obliges:
      'Réutilisation libre, même commerciale, à condition de citer l’auteur, de donner le lien de la licence et de signaler les modifications.',
    isOpen: true,
    attribution: ({ title, producer, date }) =>
      `© ${producer} – ${title}, ${frenchDate(date)}, CC-BY 4.0`,
  },
  {
    name: 'CC0 1.0',
    uri: 'https://creativecommons.org/publicdomain/zero/1.0/',
    obliges: 'Aucune obligation : l’auteur renonce à ses droits ; citer la source reste d’usage.',
    isOpen: true,
    attribution: ({ title, producer, date }) => `${producer} – ${title}, ${frenchDate(date)}`,
  },
  {
    name: 'Usage restreint',
    uri: null,
    obliges:
      'Pas de réutilisation ni de diffusion sans l’accord du producteur : demandez-le avant tout usage.',
    isOpen: false,
    attribution: ({ title, producer, date }) =>
      `© ${producer} – ${title}, ${frenchDate(date)}, reproduction interdite sans accord`,
  },
];

/**
 * The licence that a text names: its name, an abbreviation ("lov2", "odbl", "etalab-2.0") or its address; null for any
 * other text, another version of the licence included.
 */
export function findLicence(text: string): Licence | null {
  const folded = foldText(text);
  const index = SPELLINGS.findIndex(({ is, isNot }) => is.test(folded) && !isNot?.test(folded));
  return LICENCES[index] ?? null;
}

/** The name of the licence that a text names, or the text itself. */
export function licenceName(text: string): string {
  return findLicence(text)?.name ?? text.trim();
}

/** Folded spellings of each licence, in the order of `LICENCES`. */
const SPELLINGS: { is: RegExp; isNot?: RegExp }[] = [
  {
    is: /\b(licen[cs]e ouverte|open licen[cs]e|etalab|lov2)\b/,
    isNot: /\b(v|version|ouverte|licence|etalab) ?1( \d)?\b/,
  },
  { is: /\b(odbl|open database licen[cs]e)\b/ },
  {
    is: /\b(cc by|creative ?commons( org)? (licenses by|attribution))\b/,
    isNot: /\b(sa|nc|nd|share ?alike|non ?commercial|no ?deriv\w*|[123] [05])\b/,
  },
  { is: /\b(cc0|cc zero|creative ?commons zero|publicdomain zero)\b/ },
  { is: /^(usage|acces|diffusion) restreinte?$/ },
];

const frenchDate = (iso: string) => iso.split('-').reverse().join('/');
