import type { IssueFacts } from '../../issue.ts';
import { count, names, number } from './numbers.ts';
import type { Sentences } from './sentences.ts';

/** What the rules on personal data and on the text of values tell. */
export const ATTRIBUTE_SENTENCES: Record<string, Sentences> = {
  'privacy.personal-column': {
    title: 'Données personnelles',
    message: (facts, { field }) =>
      `La colonne « ${field} » semble contenir ${PERSONAL[String(facts.kind)]} : ${evidence(facts)}. Elle ne peut pas être publiée ainsi.`,
    repair: (_facts, { field }) =>
      `Retirez-la ; si elle peut être publiée, dites-le : --keep ${field}.`,
    inPage:
      'Retirez-la de la source ; si elle peut être publiée, attestez-le par « Publier quand même cette colonne ».',
  },
  'privacy.contact-column': {
    title: 'Contacts à vérifier',
    message: (facts, { field }) =>
      `La colonne « ${field} » contient ${CONTACTS[String(facts.kind)] ?? CONTACTS.owner}, qui semblent tous de services ou d’organismes : ${evidence(facts)}.`,
    repair: (_facts, { field }) =>
      `Vérifiez qu’aucun n’est celui d’une personne ; --keep ${field} l’atteste.`,
    inPage: 'Vérifiez qu’aucun n’est celui d’une personne ; accepter l’avertissement l’atteste.',
  },
  'privacy.undisclosed-column': {
    title: 'Champs que le standard interdit de diffuser',
    message: ({ count: seen }, { field }) =>
      `La colonne « ${field} » a ${count(seen, 'valeur', 'valeurs')} : le standard CNIG « Sites économiques » la dit non diffusable (RGPD).`,
    repair: (_facts, { field }) => `Retirez-la ou videz-la ; --keep ${field} la publie quand même.`,
    inPage: 'Retirez-la ou videz-la ; « Publier quand même cette colonne » la garde.',
  },
  'attributes.mojibake': {
    title: 'Accents abîmés',
    message: ({ count: seen, sample, repaired }, { field }) => {
      const meant = repaired ? `, sans doute « ${repaired} »` : '';
      return `« ${field} » a ${count(seen, 'texte abîmé', 'textes abîmés')} : « ${visible(sample)} »${meant}.`;
    },
    repair: ({ repaired }) =>
      repaired
        ? 'Corrigez-les à la source, ou exportez de nouveau en nommant le bon encodage (fichier .cpg d’un Shapefile).'
        : 'Exportez de nouveau depuis la source : ces lettres sont perdues dans ce fichier.',
  },
  'attributes.markup': {
    title: 'HTML dans les valeurs',
    message: ({ count: seen, sample }, { field }) =>
      `« ${field} » a ${count(seen, 'valeur', 'valeurs')} avec du HTML, montré tel quel et jamais exécuté : « ${visible(sample)} ».`,
    repair: 'Ne gardez que le texte, si les balises ne sont pas voulues.',
  },
  'attributes.formula': {
    title: 'Valeurs prises pour des formules',
    message: ({ count: seen, sample }, { field }) =>
      `« ${field} » a ${count(seen, 'valeur', 'valeurs')} qu’un tableur prendrait pour une formule : « ${visible(sample)} ». Rien ne l’exécute ici, et les exports CSV la neutralisent.`,
    repair: 'Vérifiez d’où elle vient ; corrigez-la si elle n’est pas voulue.',
  },
  'attributes.blank': {
    title: 'Colonnes vides',
    message: ({ count: seen, columns }) =>
      `${count(seen, 'colonne est entièrement vide', 'colonnes sont entièrement vides')} : ${names(columns)}.`,
    repair: null,
  },
};

function evidence({ count: seen, filled, sample }: IssueFacts): string {
  const example = sample ? `, par exemple « ${sample} » (masqué)` : '';
  return `${count(seen, 'valeur', 'valeurs')} sur ${number(filled)}${example}`;
}

/** A piece of a value on one line, its control characters told by a sign. */
function visible(text: IssueFacts[string] | undefined): string {
  return String(text).replace(/\p{Cc}/gu, '␣');
}

const PERSONAL: Record<string, string> = {
  owner: 'des noms de propriétaires ou d’occupants',
  name: 'des noms de personnes',
  birth: 'des dates ou lieux de naissance, ou des numéros de sécurité sociale',
  email: 'des adresses électroniques de personnes',
  phone: 'des téléphones de personnes',
  address: 'des adresses de personnes',
  agent: 'des noms d’agents ou de contacts',
};

const CONTACTS: Record<string, string> = {
  owner: 'des propriétaires ou des occupants',
  name: 'des noms',
  email: 'des adresses électroniques',
  phone: 'des téléphones fixes',
  address: 'des adresses',
};
