// Data table: how figures come about, data and licences. No-break spaces before : ; » ? and after «.
import type { GuidePage } from './guide-page.ts';

/** How lengths, areas, distances and counts come about. */
export const figuresGuide: GuidePage = {
  id: 'mesures',
  title: 'Comment sont mesurés les chiffres',
  lead: 'Surfaces, longueurs, distances, parts et décomptes : ce qui est calculé, dans quel système, et ce que cela veut dire.',
  sections: [
    {
      id: 'surfaces',
      title: 'Surfaces et longueurs',
      text: [
        'Elles sont mesurées à plat, en mètres, dans le système du territoire, que le pied de la carte rappelle : la conique conforme de sa latitude (CC42 à CC50), Lambert-93 (EPSG:2154), ou le système UTM légal de l’outre-mer.',
        'En conique conforme, une longueur diffère de celle du terrain de moins de 10 cm par km à un degré de part et d’autre de la latitude de la zone (de 49° à 51° en CC50), et une surface de moins de 0,02 %. En Lambert-93, l’écart va de −1 à +3 m par km en métropole. En UTM, il est de −40 cm par km au milieu du fuseau, nul à 180 km de là.',
        'La surface mesurée d’une parcelle n’est pas sa contenance cadastrale : l’une vient du contour, l’autre de la documentation fiscale. Les deux sont données quand elles existent.',
      ],
    },
    {
      id: 'distances',
      title: 'Distances et recouvrements',
      text: [
        '« À moins de 100 m » compte la plus courte distance de bord à bord, 100 m compris. Deux objets qui se touchent sont à 0 m.',
        '« Recouvert à plus de 50 % » compare la surface commune à celle de l’objet cherché ; ce qui se recouvre dans l’autre couche n’est compté qu’une fois.',
        'Un temps de parcours suit le réseau de la couche indiquée ; il ne connaît ni les feux ni la circulation.',
      ],
    },
    {
      id: 'decomptes',
      title: 'Décomptes et valeurs manquantes',
      text: [
        'Un décompte porte sur toutes les lignes de la couche, jamais sur ce que la carte montre.',
        'Une ligne sans valeur ne remplit pas une condition sur cette valeur ; « sauf » la garde. Les sommes disent combien de lignes n’ont pas de valeur.',
        'Les nombres sont arrondis à l’affichage seulement : les exports donnent la valeur entière.',
      ],
    },
    {
      id: 'versions',
      title: 'Dates et versions',
      text: [
        'Chaque réponse dit la version des couches lues. Une version est le nom, calculé sur le contenu, d’un état d’une couche : deux fichiers identiques ont la même.',
      ],
    },
  ],
};

/** Where the data come from, and what may be done with them. */
export const dataGuide: GuidePage = {
  id: 'donnees',
  title: 'Données, licences et confidentialité',
  lead: 'D’où viennent les données, ce que vous pouvez en faire, et ce qu’Arpent garde de vous : rien.',
  sections: [
    {
      id: 'sources',
      title: 'Sources et licences',
      text: [
        'La fiche de chaque couche donne son producteur, sa date, son origine, sa licence et la phrase à citer. L’impression et les exports reprennent ces sources.',
      ],
      links: [{ label: 'Voir les couches et leurs licences', to: '#/donnees' }],
    },
    {
      id: 'confidentialite',
      title: 'Ce qui reste sur votre appareil',
      text: [
        'Arpent n’a pas de serveur : les questions se calculent dans votre navigateur. Il n’y a ni compte, ni mesure d’audience, ni cookie.',
        'Restent dans ce navigateur, sans en sortir : vos questions, vos séances, l’apparence choisie, vos recherches récentes. Effacer les données du site les efface.',
        'Seuls un fond de plan ou une recherche d’adresse de la Géoplateforme, quand vous les choisissez, interrogent un autre site : celui de l’IGN, qui voit alors la zone ou le texte demandés.',
      ],
    },
    {
      id: 'logiciel',
      title: 'Le logiciel',
      text: [
        'Arpent est un logiciel libre, sous licence MIT. Il emploie MapLibre, deck.gl, DuckDB, GEOS, GDAL et d’autres bibliothèques libres, dont les licences accompagnent le site.',
      ],
    },
  ],
};
