import { formatNumber, formatShare } from '../format.ts';

/** The accessibility statement. No-break spaces before : ; » ? and after «. */
export const accessibilite = {
  id: 'accessibilite',
  title: 'Accessibilité : partiellement conforme',
  lead: 'Déclaration établie par auto-évaluation le 22 novembre 2026, selon le RGAA 4.1.2 et sur les écrans de l’atlas.',
  state: 'État de conformité',
  stateText: ({ C, NC, NA, NV, rate }: Record<'C' | 'NC' | 'NA' | 'NV' | 'rate', number>) =>
    `Arpent est partiellement conforme au référentiel général d’amélioration de l’accessibilité (RGAA), version 4.1.2 : sur ses 106 critères, ${formatNumber(C)} sont respectés, ${formatNumber(NC)} ne le sont pas, ${formatNumber(NV)} n’ont pas été vérifiés et ${formatNumber(NA)} ne s’appliquent pas. Ce qui n’est pas vérifié comptant comme non respecté, cela fait ${formatShare(rate)} des critères applicables.`,
  stateHow:
    'Cette déclaration n’est pas celle d’un audit : l’équipe du projet a passé elle-même les critères en revue.',
  tested: 'Ce qui a été essayé',
  testedMachine: [
    'axe-core, à chaque version : aucune infraction sur les écrans, les outils, la fiche, la présentation d’une séance et les dialogues, ni sur une erreur, une réponse vide, des variantes comparées, un contour en cours de modification, une couche en cours de publication et deux cartes comparées, en clair et en sombre. Ce que la carte dessine n’est pas dans cet essai ; les écrans d’attente et la comparaison de deux versions d’une couche non plus.',
    'Au clavier seul, à chaque version : lire la carte en texte, poser une question, imprimer sa réponse, déplacer un sommet d’un dessin.',
    'À chaque version : les écrans dans une fenêtre de 320 pixels, texte espacé, et dans une fenêtre lue à 400 %.',
    'À la relecture du code et des styles, là où le tableau des critères le dit.',
  ],
  testedNot:
    'Aucun lecteur d’écran n’a été essayé, et aucun essai n’a été mené avec des personnes handicapées. Une machine ne voit qu’une partie des défauts.',
  failures: 'Ce qui n’est pas accessible',
  unverified: 'Ce qui n’a pas été vérifié',
  exempt: 'Ce qui est exempté, et ce qui le remplace',
  exemptText:
    'Les cartes en ligne sont des contenus exemptés, sauf pour l’information essentielle d’une carte de localisation. Arpent donne cette information en texte : l’outil Décrire dit ce que la carte montre, couche par couche, avec distances et directions ; la recherche, les tableaux, les fiches et les pages des communes disent les mêmes données sans carte.',
  table: 'Les 106 critères',
  tableCaption: (theme: string) => `Critères du thème ${theme}`,
  columns: ['Critère', 'Résultat', 'Constat'] as const,
  results: { C: 'respecté', NC: 'non respecté', NA: 'ne s’applique pas', NV: 'non vérifié' },
  contact: 'Retour et contact',
  contactText:
    'Si un contenu ou un service vous est inaccessible, dites-le au service qui publie cet atlas : ses coordonnées sont sur la fiche de chaque couche, dans l’écran Données. Il vous donnera l’information sous une autre forme.',
  recourse: 'Voies de recours',
  recourseText:
    'Si vous n’obtenez pas de réponse satisfaisante, vous pouvez écrire au Défenseur des droits (formulaire en ligne sur defenseurdesdroits.fr), joindre son délégué dans votre département, ou lui écrire par courrier gratuit, sans timbre : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.',
};
