import type { Layer } from '../../domain/layer.ts';
import { foldText } from './match-text.ts';

/** Grammatical gender. */
export type Gender = 'm' | 'f';

/** A form of a word for each gender. */
export function agree(gender: Gender, masculine: string, feminine: string): string {
  return gender === 'f' ? feminine : masculine;
}

/** A noun with its definite article, elided where French elides: `la contenance`, `l’état`, `le type`. */
export function withArticle(noun: string, gender: Gender): string {
  return isElided(noun) ? `l’${noun}` : `${agree(gender, 'le', 'la')} ${noun}`;
}

/** A noun with its indefinite article: `une zone`, `un cours d’eau`. */
export function one(layer: Pick<Layer, 'noun' | 'gender'>): string {
  return `${agree(layer.gender, 'un', 'une')} ${layer.noun[0]}`;
}

/** The negation `ne` as it stands before a verb: `ne touchent`, `n’intersectent`; the space included. */
export function neBefore(verb: string): string {
  return isElided(verb) ? 'n’' : 'ne ';
}

/** The preposition `de` as it stands before a noun: `de zones`, `d’itinéraires`; the space included. */
export function deBefore(noun: string): string {
  return isElided(noun) ? 'd’' : 'de ';
}

/**
 * A unit that is a noun in the plural as it stands after a number below two: `lot libre`, `permis de construire`, `logement/an`. Symbols
 * (`ha`, `€ HT/m³`) stay as they are.
 */
export function singularUnit(unit: string): string {
  const [, nouns = '', rest = ''] = unit.match(UNIT_PARTS) ?? [];
  return nouns.replace(/\p{L}+/gu, singularWord) + rest;
}

function singularWord(word: string): string {
  if (word.length < 3 || INVARIABLE.has(word) || word === word.toLocaleUpperCase('fr')) return word;
  if (word === 'locaux') return 'local';
  return word.replace(/(?<=eau|eu)x$|s$/, '');
}

/** The items joined as French lists them: `a, b et c`. */
export function joinList(items: string[], last: 'et' | 'ou'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}

/**
 * The gender of a label's first word, or null when it is not known: a sentence then speaks of "le champ", which is
 * never wrong.
 */
export function genderOf(label: string): Gender | null {
  const word = foldText(label).split(/[^\p{L}]+/u)[0] ?? '';
  if (MASCULINE.has(word)) return 'm';
  if (FEMININE.has(word)) return 'f';
  if (/(tion|sion|ance|ence|ite|ure)$/.test(word)) return 'f';
  if (/(ment|age|isme)$/.test(word)) return 'm';
  return null;
}

function isElided(noun: string): boolean {
  const first = foldText(noun).charAt(0);
  if ('aeiouy'.includes(first)) return true;
  return first === 'h' && MUTE_H.test(foldText(noun));
}

/** What agrees with the number, and what follows it: a complement, or the unit that it is divided by. */
const UNIT_PARTS = /^(.*?)((?:[ \u00a0](?:d’|de |du |des |à |en |par |pour )|\/).*)?$/;

const INVARIABLE = new Set(['mois', 'permis', 'avis', 'cours']);

const MUTE_H = /^(habit|heure|hect|heritage|hist|horaire|hotel|humid|hydr)/;

/** Words that open the labels of geographic fields, unaccented. */
const MASCULINE = new Set(
  `acces amenagement an aspect avancement budget cadre canton champ chiffre classement code cout debit degre delai
  departement detail diametre document domaine effectif element emplacement enjeu equipement etablissement etage etat
  exploitant financement format gestionnaire groupe id identifiant indicateur intitule kilometrage libelle lien lieu
  lineaire lot maire materiau millesime mode montant motif mot moyen niveau nom nombre numero
  objectif objet operateur opposable organisme perimetre phasage pilote plan porteur potentiel pourcentage prefixe
  prix producteur programme projet proprietaire rang rayon reglement reseau revetement role scenario secteur sens
  service siren site sol statut support taux terrain territoire texte theme titre total trace troncon type usage
  usager volume zonage`.split(/\s+/),
);
const FEMININE = new Set(
  `action activite adresse aire annee assiette base capacite categorie cause charge classe collectivite commune
  competence condition contenance cote couleur couche date decision demande densite depense description destination
  direction distance donnee duree echeance echelle emprise enquete entree entreprise epaisseur estimation etape etude
  famille feuille fiche fin fonction forme frequence gare hauteur importance intercommunalite largeur ligne liste
  localisation longueur maitrise mention mise nature note occupation operation origine page parcelle part partie phase
  piece place pollution population position precision prescription presence priorite procedure propriete puissance
  qualite quantite reference region regle rue section securite situation source sous strategie superficie surface taille
  thematique unite url valeur version ville vitesse voie vocation zone`.split(/\s+/),
);
