/** What a column seems to say of a person. */
export type PersonalKind = 'owner' | 'name' | 'birth' | 'email' | 'phone' | 'address' | 'agent';

/**
 * What the name of a column says of a person; null for one that says nothing. Its words are told apart by `_`, `-`, spaces and
 * capitals; accents, case, the width of letters and numbers at their ends aside: `nomProprietaire1` has the words `nom` and
 * `proprietaire`. A name of ten letters, as many as a DBF has, may be cut: `NOM_PROPRI`. A name that holds the kind of an
 * owner (`proprio_type`), not who it is, says nothing.
 */
export function personalKind(column: string): PersonalKind | null {
  const words = wordsOf(column);
  const joined = words.join('_');
  const isNaming = /^(nom|prenom|tel|mail)/.test(joined);
  if (!isNaming && words.some((word) => CATEGORY.test(word))) return null;
  const spellings = [joined, words.map((word) => word.replace(/\d+$/, '')).join('_')];
  if (column.length === DBF_LETTERS) spellings.push(completed(words));
  for (const [kind, pattern] of KINDS) {
    if (spellings.some((spelling) => pattern.test(`_${spelling}_`))) return kind;
  }
  return null;
}

/** Whether a column is one of the cadastral matrix that say who an owner is, whatever its values. */
export function isCadastralPerson(column: string): boolean {
  return MAJIC.test(wordsOf(column).join('_'));
}

/** Whether a column holds first names: then the `nom` beside it is a person's. */
export function isFirstName(column: string): boolean {
  return /_(prenoms?\d?|first_?name)_/.test(`_${wordsOf(column).join('_')}_`);
}

/** Whether a column holds names of it does not say what. */
export function isBareName(column: string): boolean {
  return /^(nom|noms|name|last_?name)\d?$/.test(wordsOf(column).join('_'));
}

function wordsOf(column: string): string[] {
  return column
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1_$2')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z\d]+/);
}

/** Words of which the last, cut, is made whole where only one is meant. */
function completed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  const shortest = words[0] === 'nom' ? 4 : 6;
  const whole = LONG_WORDS.find((word) => last.length >= shortest && word.startsWith(last));
  return [...words.slice(0, -1), whole ?? last].join('_');
}

const DBF_LETTERS = 10;

const LONG_WORDS = [
  'proprietaire',
  'petitionnaire',
  'demandeur',
  'beneficiaire',
  'locataire',
  'occupant',
  'usufruitier',
  'indivisaire',
  'interlocuteur',
  'responsable',
  'gestionnaire',
  'representant',
  'exploitant',
  'denomination',
];

/**
 * Columns of the cadastral matrix (MAJIC) that say who an owner is or where that one lives: DGFiP's "Fichiers des
 * propriétaires", which may not be published (LPF, art. L107 A).
 */
const MAJIC =
  /^(dqualp|dnomus|dprnus|dnomlp|dprnlp|dnomcp|dprncp|jdatnss|dldnss|dlign[3-6]|dnuper|dnupro|dnulp|idprocpte|idprodroit\w*|compte_?com\w*)$/;

/** Words that make a column one of kinds or counts, not of persons. */
const CATEGORY =
  /^(type|typ|personne|categorie|cat|catpro\d?|code|statut|nature|nb|nbre|nombre|taux|part|pct|surf(ace)?|url|site)$/;

/** Words that tell each kind, first come first. */
const KINDS: [PersonalKind, RegExp][] = [
  ['birth', /_(jdatnss|dldnss|datenais\w*|dnaiss\w*|naissance|naiss?|birth\w*|ne_le|nee_le)_/],
  [
    'owner',
    /_(proprietaires?|proprio|nomprop\w*|ddenom|dnomus|dprnus|dnomlp|dprnlp|dnomcp|dprncp|dforme|dnuper|dnupro|dqualp|idprocpte|idprodroit\w*|compte_?com\w*|owners?|occupants?|locataires?|usufruitiers?|indivisaires?|heritiers?|ayants?_droit|nom_occ|(nom|prenom|adr\w*|denom\w*|id|tel|mail)_prop|prop_(nom|prenom|adr\w*|denom\w*|tel|mail))_/,
  ],
  [
    'name',
    /_(prenoms?|first_?name|last_?name|surname|patronyme|nom_(usage|naissance|marital|famille|jeune_fille|prenom)|nomprenom|civilite|conjoint|epou(x|se)|petitionnaires?|demandeurs?|beneficiaire_nom|nom_(demandeur|beneficiaire)|acquereurs?|vendeurs?|allocataires?|usagers?_nom)_/,
  ],
  ['address', /_(dlign[3-6]|adresse_perso\w*|domicile|adr_(prop\w*|occ\w*|dem\w*))_/],
  ['email', /_(e_?mails?|mails?|courriels?|mel|adresse_mel)_/],
  ['phone', /_(tel|tels?_\w*|telephones?|telephone_\w*|portable|mobile|gsm|numtel|fax|phones?)_/],
  [
    'agent',
    /_(titulaires?|gestionnaires?|exploitants?|gerants?|dirigeants?|representants?|(nom_)?beneficiaires?|denominations?|raison_soc\w*|agent|redacteur|auteur|responsable|referent|interlocuteur|instructeur|operateur|operateur_saisie|saisi_par|modifie_par|cree_par|createur|modificateur|contact|last_edited_user|created_user|editor|user|utilisateur)_/,
  ],
];
