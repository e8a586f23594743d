import type { QuestionNote } from '../../sql/question-rows.ts';
import type { RefusalReason } from '../../sql/refusal.ts';

/** What is said of a statement that is opened as a question. */
export const sqlAsQuestion = {
  openAnyway: 'Ouvrir quand même',
  refused: 'Cette requête ne peut pas s’écrire comme une question.',
  place: (line: number, column: number, word: string) =>
    `Ligne ${line}, colonne ${column} : « ${word.length > 60 ? `${word.slice(0, 60)}…` : word} ».`,
  reasons: {
    'not-select': 'Une question est une requête SELECT.',
    form: 'Une question lit une couche par un seul SELECT, sans UNION ni forme de FROM particulière.',
    clause:
      'Une question donne toutes les lignes d’une couche qui remplissent des conditions : ni LIMIT, ni HAVING, ni QUALIFY.',
    table: 'Cette table n’est pas une couche de l’atlas.',
    join: 'Une question relie deux couches par leurs géométries : écrivez EXISTS (…), SEMI JOIN ou ANTI JOIN.',
    duplicates:
      'La requête peut donner plusieurs fois le même objet, ou moins d’objets que de lignes ; une question donne chaque objet une fois. Écrivez EXISTS (…), ou SELECT DISTINCT avec l’identifiant.',
    column: 'Cette colonne n’est pas un champ de la couche.',
    expression:
      'Une question compare un champ, la surface ou la longueur à une valeur ; ce calcul n’en est pas.',
    'null-value': 'Une valeur vide se cherche par IS NULL.',
    type: 'La valeur n’est pas du type du champ.',
    pattern: 'Une question sait « contient » (LIKE ’%texte%’), pas les autres motifs.',
    relation:
      'Cette relation entre deux couches n’existe pas dans les questions : seuls ST_DWithin, ST_Distance (…) <= et les prédicats géographiques (ST_Intersects, ST_Within…) s’y trouvent.',
    'relation-pair':
      'Deux couches sont reliées par une seule relation géographique, et les autres conditions portent sur la seconde.',
    self: 'Une couche reliée à elle-même demande d’écarter l’objet lui-même : ajoutez r.id <> t.id.',
    'other-layer': 'Une question ne sait chercher un identifiant que parmi ceux de la même couche.',
    aggregate:
      'Une question compte les objets et additionne leurs surfaces ; elle ne sait pas cet agrégat.',
    group: 'Une question regroupe par un seul champ de la couche.',
    overlap:
      'Le calcul de recouvrement a été changé : une question ne connaît que celui que l’atlas écrit.',
  } satisfies Record<RefusalReason, string>,
  notes: {
    contains:
      'Dans une question, « contient » ignore majuscules et accents : elle peut donner plus de lignes que LIKE.',
  } satisfies Record<QuestionNote, string>,
};
