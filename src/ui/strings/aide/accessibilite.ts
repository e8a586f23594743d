import { formatNumber, formatShare } from '../format.ts';

/** The accessibility statement. No-break spaces before : ; » ? and after «. */
export const accessibilite = {
  id: 'accessibilite',
  title: 'Accessibilité : partiellement conforme',
  lead: 'Déclaration établie par auto-évaluation le 21 novembre 2026, selon le RGAA 4.1.2 et sur les écrans de l’atlas.',
  state: 'État de conformité',
  stateText: (met: number, failed: number, none: number, rate: number) =>
    `Arpent est partiellement conforme au référentiel général d’amélioration de l’accessibilité (RGAA), version 4.1.2 : sur ses 106 critères, ${formatNumber(met)} sont respectés, ${formatNumber(failed)} ne le sont pas et ${formatNumber(none)} ne s’appliquent pas, soit ${formatShare(rate)} des critères applicables.`,
  stateHow:
    'Cette déclaration n’est pas celle d’un audit : l’équipe du projet a passé elle-même les critères en revue. Elle a été aidée par axe-core, qui ne relève aucune infraction sur les écrans, en clair et en sombre, et par des essais au clavier seul. Aucun essai n’a encore été mené avec des personnes handicapées ni sur plusieurs lecteurs d’écran.',
  failures: 'Ce qui n’est pas accessible',
  exempt: 'Ce qui est exempté, et ce qui le remplace',
  exemptText:
    'Les cartes en ligne sont des contenus exemptés, sauf pour l’information essentielle d’une carte de localisation. Arpent donne cette information en texte : l’outil Décrire dit ce que la carte montre, couche par couche, avec distances et directions ; la recherche, les tableaux, les fiches et les pages des communes disent les mêmes données sans carte.',
  table: 'Les 106 critères',
  tableCaption: (theme: string) => `Critères du thème ${theme}`,
  columns: ['Critère', 'Résultat', 'Constat'] as const,
  results: { C: 'respecté', NC: 'non respecté', NA: 'ne s’applique pas' },
  contact: 'Retour et contact',
  contactText:
    'Si un contenu ou un service vous est inaccessible, dites-le au service qui publie cet atlas : ses coordonnées sont sur la fiche de chaque couche, dans l’écran Données. Il vous donnera l’information sous une autre forme.',
  recourse: 'Voies de recours',
  recourseText:
    'Si vous n’obtenez pas de réponse satisfaisante, vous pouvez écrire au Défenseur des droits (formulaire en ligne sur defenseurdesdroits.fr), joindre son délégué dans votre département, ou lui écrire par courrier gratuit, sans timbre : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.',
};
