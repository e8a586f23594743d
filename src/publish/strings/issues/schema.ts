import type { Finding, IssueFacts } from '../../issue.ts';
import { count, names, number, percent } from './numbers.ts';
import type { Sentences } from './sentences.ts';

/** What the rules that hold a table against its official schema tell. */
export const SCHEMA_SENTENCES: Record<string, Sentences> = {
  'schema.geometry': {
    title: 'Type de géométrie du standard',
    message: ({ table, wanted, seen }) =>
      `La table ${table} contient ${FAMILIES[String(seen)]}, alors que le standard y veut ${FAMILIES[String(wanted)]}.`,
    repair: 'Donnez la bonne table, ou refaites sa géométrie.',
  },
  'schema.column-missing': {
    title: 'Colonnes obligatoires absentes',
    message: ({ label, standard }, { field }) =>
      `La colonne « ${field} » (${label}) manque : ${standard} l’exige.`,
    repair: (_facts, { field }) => `Ajoutez la colonne « ${field} », ou corrigez son nom.`,
  },
  'schema.column-advised': {
    title: 'Colonnes conseillées absentes',
    message: ({ columns, count: seen, standard }) =>
      `${count(seen, 'colonne de', 'colonnes de')} ${standard} ${Number(seen) > 1 ? 'manquent' : 'manque'} : ${names(columns)}.`,
    repair: 'À ajouter, même sans valeur, si la couche doit être remise à un service national.',
  },
  'schema.column-unknown': {
    title: 'Colonnes hors du standard',
    message: ({ like, columns, count: seen, standard }, { field }) =>
      like
        ? `La colonne « ${field} » n’est pas du standard ; c’est peut-être « ${like} », qui manque.`
        : `${count(seen, 'colonne n’est', 'colonnes ne sont')} pas dans ${standard} : ${names(columns)}. ${Number(seen) > 1 ? 'Elles sont publiées telles quelles' : 'Elle est publiée telle quelle'}.`,
    repair: ({ like }) => (like ? `Si c’est elle, renommez-la « ${like} ».` : null),
  },
  'schema.old-version': {
    title: 'Version antérieure du standard',
    message: ({ madeFor, standard, added, dropped, codes }) => {
      const version = madeFor
        ? `La table est d’une autre version du standard (${madeFor})`
        : 'La table suit en partie une version antérieure du standard';
      const changes = [
        added && `colonnes ajoutées depuis : ${names(added)}`,
        dropped && `colonnes qui n’y sont plus : ${names(dropped)}`,
        codes && `codes remplacés : ${codes}`,
      ].filter(Boolean);
      return `${version} ; elle est contrôlée avec ${standard}.${changes.length > 0 ? ` Ce qui a changé : ${changes.join(' ; ')}.` : ''}`;
    },
    repair: null,
  },
  'schema.empty': {
    title: 'Valeurs obligatoires vides',
    message: ({ label, ...facts }, { field }) =>
      facts.count === undefined
        ? `« ${field} » (${label}) est vide, alors que le standard veut une valeur.`
        : `« ${field} » (${label}) est vide dans ${ofFilled(facts, 'ligne', 'lignes')}, alors que le standard veut une valeur.`,
    repair: 'Remplissez-la dans le logiciel SIG.',
  },
  'schema.type': {
    title: 'Valeurs du mauvais type',
    message: (facts, finding) =>
      `${subject(facts, finding)} ${TYPES[String(facts.type)]}.${spread(facts)}`,
    repair: 'Corrigez la valeur, ou le type de la colonne.',
  },
  'schema.length': {
    title: 'Textes trop longs',
    message: (facts, { field }) =>
      `Le texte de « ${field} » a ${number(facts.length)} caractères ; le standard en admet ${facts.maxLength}.${spread(facts)}`,
    repair: 'Abrégez-le : il serait coupé dans un Shapefile et refusé par les services nationaux.',
  },
  'schema.code': {
    title: 'Codes hors de la liste',
    message: (facts, finding) => {
      const pair = facts.with ? ` avec ${facts.with}` : '';
      return `${subject(facts, finding)} n’est pas dans la liste officielle${pair}.${spread(facts)}`;
    },
    repair: ({ like }) =>
      like ? `Peut-être « ${like} ».` : 'Remplacez-la par un code de la liste du standard.',
  },
  'schema.form': {
    title: 'Valeurs mal écrites',
    message: (facts, finding) =>
      `${subject(facts, finding)} n’est pas ${FORMS[String(facts.form)]}.${spread(facts)}`,
    repair: 'Corrigez la valeur dans le logiciel SIG.',
  },
  'schema.range': {
    title: 'Valeurs hors des bornes',
    message: (facts, { field }) => {
      const low = facts.min === null ? '' : ` au moins ${number(facts.min)}`;
      const high = facts.max === null ? '' : ` au plus ${number(facts.max)}`;
      return `« ${field} » vaut ${number(facts.value)}, alors que le standard veut${[low, high].filter(Boolean).join(' et')}.${spread(facts)}`;
    },
    repair: 'Vérifiez la valeur et son unité.',
  },
};

/** The value at fault and its column. */
function subject({ value }: IssueFacts, { field }: Finding): string {
  return `La valeur « ${value} » de « ${field} »`;
}

/** Of a column at fault as a whole, how much of it is. */
function spread(facts: IssueFacts): string {
  if (facts.count === undefined) return '';
  return ` Il en est ainsi de ${ofFilled(facts, 'valeur', 'valeurs')} de la colonne.`;
}

function ofFilled({ count: seen, filled }: IssueFacts, one: string, several: string): string {
  const share = percent(Number(seen) / Number(filled));
  return `${count(seen, one, several)} sur ${number(filled)} (${share})`;
}

const FAMILIES: Record<string, string> = {
  point: 'des points',
  line: 'des lignes',
  polygon: 'des polygones',
};

const TYPES: Record<string, string> = {
  integer: 'n’est pas un nombre entier',
  number: 'n’est pas un nombre',
  boolean: 'n’est pas un oui ou non',
  date: 'n’est pas une date',
};

const FORMS: Record<string, string> = {
  aaaammjj: 'une date AAAAMMJJ (00000000 si elle n’est pas connue, AAAA0000 pour l’année seule)',
  'iso-date': 'une date AAAA-MM-JJ',
  insee: 'un code INSEE de commune, cinq caractères',
  siren: 'un SIREN, neuf chiffres dont le dernier est une clé',
  siret: 'un SIRET, quatorze chiffres dont le dernier est une clé',
  idu: 'un identifiant de parcelle de 14 caractères (commune, préfixe, section, numéro)',
  idurba: 'un IDURBA, par exemple 200072460_PLUI_20250101',
  url: 'une adresse qui commence par http:// ou https://',
  rgb: 'une couleur RRR-VVV-BBB, de 0 à 255',
  pattern: 'de la forme que le standard donne à ce champ',
};
