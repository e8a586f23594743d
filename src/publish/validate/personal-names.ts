/** What a column seems to say of a person. */
export type PersonalKind = 'owner' | 'name' | 'birth' | 'email' | 'phone' | 'address' | 'agent';

/**
 * What the name of a column says of a person; null for one that says nothing. Its words are told apart by `_`, `-`, spaces and
 * capitals, accents and case aside: `nomProprietaire` has the words `nom` and `proprietaire`. A name that holds the
 * kind of an owner (`proprio_type`), not who it is, says nothing.
 */
export function personalKind(column: string): PersonalKind | null {
  const words = column
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1_$2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z\d]+/);
  const joined = words.join('_');
  if (words.some((word) => CATEGORY.test(word))) return null;
  return KINDS.find(([, pattern]) => pattern.test(`_${joined}_`))?.[0] ?? null;
}

/** Words that make a column one of kinds or counts, not of persons. */
const CATEGORY =
  /^(type|typ|personne|categorie|cat|catpro\d?|code|statut|nature|nb|nbre|nombre|taux|part|pct|surf(ace)?|url|site)$/;

/**
 * Words that tell each kind, first come first. Those of the cadastral matrix (MAJIC: `ddenom`, `dnuper`, `dlign3`…) are in
 * DGFiP's "Fichiers des propriétaires", which may not be published (LPF, art. L107 A).
 */
const KINDS: [PersonalKind, RegExp][] = [
  ['birth', /_(jdatnss|dldnss|datenaiss\w*|dnaiss\w*|naissance|naiss|ne_le|nee_le)_|^_age_$/],
  [
    'owner',
    /_(proprietaires?|proprio|nomprop\w*|ddenom|dnomus|dprnus|dnomlp|dprnlp|dnomcp|dprncp|dforme|dnuper|dnupro|dqualp|idprocpte|idprodroit\w*|titulaires?|occupants?|locataires?|usufruitiers?|indivisaires?|(nom|prenom|adr\w*|denom\w*|id|tel|mail)_prop|prop_(nom|prenom|adr\w*|denom\w*|tel|mail))_/,
  ],
  [
    'name',
    /_(prenoms?|patronyme|nom_(usage|naissance|marital|famille|jeune_fille|prenom)|nomprenom|civilite|conjoint|epou(x|se)|petitionnaires?|demandeurs?|beneficiaire_nom|nom_(demandeur|beneficiaire)|acquereurs?|vendeurs?|allocataires?|usagers?_nom)_/,
  ],
  ['address', /_(dlign[3-6]|adresse_perso\w*|domicile|adr_(prop\w*|occ\w*|dem\w*))_/],
  ['email', /_(e_?mails?|mails?|courriels?|mel|adresse_mel)_/],
  ['phone', /_(tel|tels?_\w*|telephones?|telephone_\w*|portable|mobile|gsm|numtel|fax)_/],
  [
    'agent',
    /_(agent|redacteur|auteur|responsable|referent|interlocuteur|instructeur|operateur|operateur_saisie|saisi_par|modifie_par|cree_par|createur|modificateur|contact|last_edited_user|created_user|editor|user|utilisateur)_/,
  ],
];
