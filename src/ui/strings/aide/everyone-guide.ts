// Data table: the guide of agents, partners and the public. No-break spaces before : ; » ? and after «.
import type { GuidePage } from './guide-page.ts';

/** For everybody. */
export const everyoneGuide: GuidePage = {
  id: 'premiers_pas',
  title: 'Premiers pas, agents et public',
  lead: 'Pour se repérer, afficher des couches, lire une fiche et partager ce que l’on voit.',
  sections: [
    {
      id: 'reperer',
      title: 'Aller quelque part',
      steps: [
        'Tapez dans la recherche une commune, une zone, un projet ou une parcelle (AB 123 et le nom de la commune).',
        'Choisissez dans la liste : la carte s’y rend et la fiche s’ouvre.',
      ],
      text: [
        'La molette, deux doigts ou les touches + et − changent d’échelle ; les flèches déplacent la carte quand elle a le focus.',
      ],
      links: [{ label: 'Ouvrir la carte', to: '#/carte' }],
    },
    {
      id: 'couches',
      title: 'Choisir ce que la carte montre',
      steps: [
        'Dans Carte, dépliez un thème et cochez une couche, ou filtrez par un mot.',
        'Sous « Couches affichées » : l’ordre, l’opacité, le cadrage. La légende suit.',
        'Cliquez sur un objet de la carte pour lire sa fiche ; Échap la ferme.',
      ],
    },
    {
      id: 'outils',
      title: 'Mesurer, annoter, repérer, comparer',
      text: [
        'Les outils sont à droite de la carte, sous « Outils » sur un téléphone : fond de plan, longueurs et surfaces, dessins et notes, coordonnées, deux cartes à comparer, description de la carte en texte.',
        'Un outil prend la place de la fiche, et la fiche celle de l’outil.',
        'Une carte imprimée montre vos dessins ; un numéro y renvoie à chaque note, écrite à côté du plan.',
      ],
    },
    {
      id: 'partager',
      title: 'Partager et garder',
      text: [
        '« Copier le lien », en haut, donne une adresse qui rouvre ce que vous voyez : couches, cadrage, question, réponse.',
        'Une question s’enregistre dans « Mes questions » : elle reste dans ce navigateur, sans compte.',
      ],
    },
    {
      id: 'demonstration',
      title: 'Ce que veut dire « territoire de démonstration »',
      text: [
        'Quand le bandeau le dit, les contours sont simulés : vraisemblables, mais non relevés sur le terrain. Les chiffres cités, eux, viennent des rapports publiés, avec leur source. Rien de ce qui est simulé n’a de valeur réglementaire.',
      ],
    },
  ],
};
