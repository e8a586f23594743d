// Data table: the guide of planners. No-break spaces before : ; » ? and after «.
import type { Question } from '../../../domain/question.ts';
import type { GuidePage } from './guide-page.ts';

const NEAR_FLOODS: Question = {
  target: 'parcelles',
  where: {
    kind: 'and',
    conditions: [
      { kind: 'compare', field: 'contenance', op: '>', value: 2000 },
      {
        kind: 'overlap',
        minShare: 0.5,
        layer: 'zone_urba',
        where: [{ kind: 'among', field: 'TYPEZONE', values: ['AUc', 'AUs'] }],
      },
      { kind: 'distance', metres: 100, layer: 'ppr' },
    ],
  },
};

/** For those who plan, instruct and study. */
export const plannerGuide: GuidePage = {
  id: 'amenagement',
  title: 'Urbanisme, aménagement, risques',
  lead: 'Pour qui cherche des terrains, instruit un dossier, compare des emprises ou prépare une note.',
  sections: [
    {
      id: 'question',
      title: 'Trouver des parcelles qui remplissent plusieurs conditions',
      steps: [
        'Dans Question, choisissez ce que vous cherchez : parcelles, friches, zones d’activités…',
        'Écrivez dans le champ ce qui compte : « surface », « inondable », le nom d’une commune, « AU ». Choisissez une proposition : la phrase s’allonge et le compte change.',
        'Réglez chaque condition. Les nombres s’écrivent comme sur le papier : 1,5 ha, 2 000 m², 28/02/2024.',
        'Cliquez sur « Poser la question ». La carte souligne la réponse en jaune, le tableau s’ouvre dessous.',
        'Sur une ligne du tableau, « Pourquoi ? » dit, condition par condition, ce qui a été mesuré et contre quelle couche.',
      ],
      text: [
        'Si rien ne répond, les conditions en cause sont marquées, avec la valeur qui donnerait un résultat.',
        'Un groupe « ou » s’ajoute par « Ajouter un groupe » : les conditions d’un groupe suffisent l’une sans l’autre.',
      ],
      links: [
        {
          label:
            'Essayer : parcelles de plus de 2 000 m² en zone à urbaniser, à moins de 100 m d’un PPR',
          to: `#/question?question=${encodeURIComponent(JSON.stringify(NEAR_FLOODS))}`,
          needs: ['parcelles', 'zone_urba', 'ppr'],
        },
        { label: 'Ouvrir le formulaire de question', to: '#/question' },
      ],
    },
    {
      id: 'reponse',
      title: 'Lire, trier et emporter une réponse',
      text: [
        'Le tableau donne toutes les lignes : rien n’est coupé. Cliquez sur un en-tête pour trier, ou sur son menu pour filtrer ou masquer la colonne. Les sommes du pied, la carte et les graphiques suivent les filtres.',
        '« Exporter » propose Excel, CSV, GeoPackage, Shapefile, GeoJSON, GeoParquet, KML et un rapport PDF avec carte à l’échelle, critères et sources.',
        '« Copier le lien » rouvre la même question sur les mêmes versions des données ; si elles ont changé depuis, la page le dit.',
      ],
    },
    {
      id: 'parcelle',
      title: 'Savoir ce qui s’applique à une parcelle',
      steps: [
        'Tapez sa référence dans la recherche, par exemple « AB 123 » et le nom de la commune, ou cliquez sur elle quand la carte est à grande échelle.',
        'La fiche dit ce qui se trouve sous le clic, couche par couche.',
      ],
      text: [
        'Ces indications sont informatives : elles ne remplacent ni un certificat d’urbanisme ni la pièce écrite, qui seule fait foi.',
      ],
      links: [{ label: 'Ouvrir la carte', to: '#/carte' }],
    },
    {
      id: 'scenario',
      title: 'Comparer deux emprises ou deux tracés',
      steps: [
        'Dans Scénarios, ajoutez au moins deux variantes : dessinées, prises dans une couche ou dans un fichier. La première sert de référence.',
        'Pour un tracé, donnez sa demi-largeur ; pour chaque variante, achat ou servitude.',
        'Lisez le tableau : ce que l’on gagne, ce que l’on perd, critère par critère, sans pondération.',
        'Saisissez vos coûts au m² : aucun n’est supposé.',
      ],
      links: [{ label: 'Ouvrir les scénarios', to: '#/scenarios' }],
    },
    {
      id: 'imprimer',
      title: 'Imprimer une carte à l’échelle',
      steps: [
        '« Imprimer », en haut, ouvre l’aperçu : A4 ou A3, l’échelle de votre choix, le cadre sur la vue, un objet, une commune ou la réponse.',
        'Donnez un titre, choisissez ce qui figure sur la feuille, puis enregistrez le PDF.',
        'Imprimez ce PDF à 100 %, sans « ajuster à la page » : l’échelle n’est juste qu’ainsi.',
      ],
    },
  ],
};
