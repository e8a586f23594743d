// Data table: the guide of elected officials and of those who prepare their meetings. No-break spaces before : ; » ? and after «.
import type { GuidePage } from './guide-page.ts';

/** For those who vote, and those who prepare the vote. */
export const electedGuide: GuidePage = {
  id: 'elus',
  title: 'Élus et séances',
  lead: 'Pour préparer un conseil ou une commission, montrer chaque point sur la carte, ou lire sa commune en une page.',
  sections: [
    {
      id: 'commune',
      title: 'Lire ma commune en une page',
      steps: [
        'Dans Communes, tapez le nom de la commune et ouvrez sa page : chiffres, rang, carte, projets et sources.',
        'Imprimez-la : elle tient sur une feuille. « Comparer deux communes » les met côte à côte.',
      ],
      links: [{ label: 'Choisir une commune', to: '#/communes' }],
    },
    {
      id: 'preparer',
      title: 'Préparer une séance',
      steps: [
        'Dans Séance, ouvrez une séance du territoire et « Modifier une copie », ou « Nouvelle séance ».',
        'Pour chaque point : un titre court, une phrase, les chiffres, le montant et qui paie.',
        'Réglez la carte, puis reprenez-la comme scène du point : couches, cadrage, avant et après.',
        '« Enregistrer le fichier » garde la séance hors du navigateur et permet de la transmettre.',
        'Si la salle n’a pas de réseau, « Préparer hors ligne » sur l’ordinateur qui projettera, puis rouvrez-la une fois avant de partir.',
      ],
      links: [{ label: 'Ouvrir les séances', to: '#/seance' }],
    },
    {
      id: 'presenter',
      title: 'Présenter en séance',
      steps: [
        '« Présenter » passe en grand : la carte à gauche, le point à droite.',
        'La flèche droite avance, la gauche revient ; un numéro puis Entrée va droit au point demandé.',
        'B masque l’écran, P montre du doigt, A passe d’avant à après, R revient à la scène.',
        'N ouvre la fenêtre de l’orateur sur votre écran, avec les notes et le chronomètre.',
      ],
    },
    {
      id: 'indicateurs',
      title: 'Retrouver un chiffre et sa source',
      text: [
        'Dans Indicateurs, chaque thème a sa page : chiffres clés avec leur année, leur document et leur ligne, questions toutes prêtes, carte de la répartition par commune.',
        'Quand deux documents se contredisent, la page donne les deux valeurs, chacune avec sa source.',
      ],
      links: [{ label: 'Ouvrir les thèmes', to: '#/indicateurs' }],
    },
  ],
};
