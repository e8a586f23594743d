// Data table: words of planners and of measures. No-break spaces before : ; » ? and after «.

/** A word, and what it means here. In alphabetical order. */
export const glossary: [word: string, meaning: string][] = [
  [
    'Aléa',
    'Ce qui peut arriver quelque part (une hauteur d’eau, par exemple), sans égard à ce qui s’y trouve.',
  ],
  [
    'AUc, AUs',
    'Zones à urbaniser d’un PLU : AUc est ouverte, AUs est bloquée jusqu’à une évolution du plan.',
  ],
  [
    'CC42 à CC50',
    'Coniques conformes, EPSG:3942 à EPSG:3950 : neuf systèmes de coordonnées en mètres, chacun très juste à un degré de part et d’autre de la latitude qu’il porte. Surfaces et distances y sont mesurées.',
  ],
  ['Choroplèthe', 'Carte où chaque commune est colorée selon un chiffre.'],
  [
    'CNIG',
    'Conseil national de l’information géolocalisée : il fixe les standards des PLU, des servitudes et d’autres données.',
  ],
  [
    'Contenance',
    'Surface d’une parcelle dans la documentation cadastrale ; elle diffère souvent de la surface mesurée.',
  ],
  ['Emprise', 'Le terrain qu’un projet ou un ouvrage occupe.'],
  ['Fraîcheur', 'Écart entre la date des données et celle de la mise à jour promise.'],
  ['Friche', 'Site bâti ou non qui n’a plus d’usage et demande des travaux pour en retrouver un.'],
  [
    'GEMAPI',
    'Gestion des milieux aquatiques et prévention des inondations, compétence de l’intercommunalité.',
  ],
  [
    'GeoPackage, GeoParquet',
    'Formats de données géographiques : le premier pour QGIS et ArcGIS, le second pour l’analyse.',
  ],
  [
    'IDU',
    'Identifiant d’une parcelle : commune, préfixe, section, numéro, par exemple 62119000AB0123.',
  ],
  ['Lambert-93', 'Système de coordonnées légal en métropole, EPSG:2154, en mètres.'],
  ['Millésime', 'L’année ou la date que décrivent des données.'],
  [
    'PLU, PLUi-H',
    'Plan local d’urbanisme, d’une commune ou intercommunal, valant alors programme de l’habitat.',
  ],
  ['PPR', 'Plan de prévention des risques ; ses zones réglementent la construction.'],
  [
    'Prescription',
    'Règle du PLU portée sur la carte en plus des zones : emplacement réservé, élément protégé…',
  ],
  ['QPV', 'Quartier prioritaire de la politique de la ville.'],
  ['SCoT', 'Schéma de cohérence territoriale, au-dessus des PLU.'],
  [
    'Servitude (SUP)',
    'Limite au droit de propriété, d’utilité publique : captage, ligne électrique, monument…',
  ],
  [
    'Simulé',
    'Se dit d’un contour vraisemblable, produit pour la démonstration, non relevé sur le terrain.',
  ],
  ['Tampon', 'Tout ce qui se trouve à moins d’une distance donnée d’un objet.'],
  [
    'UTM',
    'Projection des systèmes de coordonnées légaux de l’outre-mer, en mètres : 20 Nord aux Antilles, 22 Nord en Guyane, 40 Sud à La Réunion, 38 Sud à Mayotte.',
  ],
  ['Version', 'État d’une couche, nommé par un calcul sur son contenu : 3e31a363.'],
  ['WGS 84', 'Système des GPS, EPSG:4326, en degrés de longitude et de latitude.'],
  ['ZAE', 'Zone d’activités économiques.'],
  ['ZEC', 'Zone d’expansion de crue : terrain où l’eau peut s’étendre sans dommage.'],
];
