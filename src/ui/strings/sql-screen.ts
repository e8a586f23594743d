import type { Field, Layer } from '../../domain/layer.ts';
import type { CatalogueColumnName } from '../../sql/catalogue-table.ts';
import { formatCount, formatDuration, formatNumber } from './format.ts';

const TYPES = {
  text: 'texte',
  integer: 'entier',
  number: 'nombre',
  boolean: 'oui / non',
  date: 'date',
};
const PAIR = ['couple', 'couples'] as const;

/** What the SQL screen says. */
export const sqlScreen = {
  intro:
    'Chaque couche est une table, avec sa géométrie dans la colonne geom, en mètres. Une requête ne fait que lire.',
  label: 'Requête SQL',
  placeholder:
    'SELECT count(*), sum(ST_Area(p.geom))\nFROM parcelles p JOIN zae z ON ST_Intersects(p.geom, z.geom)',
  editorHint:
    'Échap puis Tab pour sortir de l’éditeur ; Ctrl + Espace pour les propositions ; Ctrl + Entrée pour exécuter.',
  /** What CodeMirror says to a screen reader, by its own words. */
  editorPhrases: {
    Completions: 'Propositions',
    Diagnostics: 'Erreurs',
    'No diagnostics': 'Aucune erreur',
    close: 'fermer',
  } as Record<string, string>,
  proposals: {
    table: ({ file, abstract }: Layer) =>
      `${formatCount(file.rows, ['objet', 'objets'])}. ${abstract}`,
    named: 'requête nommée ou liste des couches',
    column: ({ type, codes, description }: Field, table: string) =>
      [
        `${table} · ${TYPES[type]}`,
        description,
        codes &&
          Object.entries(codes)
            .slice(0, 12)
            .map(([code, meaning]) => `${code} : ${meaning}`)
            .concat(Object.keys(codes).length > 12 ? [`… ${Object.keys(codes).length} codes`] : [])
            .join(' ; '),
      ]
        .filter(Boolean)
        .join(' — '),
    alias: (table: string) => `table ${table}`,
  },
  run: 'Exécuter',
  stop: 'Arrêter',
  asked: 'Requête envoyée',
  showPlace: 'Montrer l’endroit',
  layers: 'Tables et colonnes',
  read: (table: string) => `Lire la table ${table}`,
  geometry: 'géométrie, en mètres',
  catalogue: 'Les couches elles-mêmes',
  catalogueColumns: {
    id: 'nom de la table',
    titre: 'titre',
    resume: 'ce que contient la couche',
    theme: 'thème',
    producteur: 'producteur',
    service: 'service qui la rafraîchit',
    date: 'date des données',
    maintenance: 'fréquence de mise à jour (code ISO 19115)',
    licence: 'licence',
    standard: 'modèle de données officiel',
    crs: 'système de coordonnées d’origine',
    provenance: 'provenance',
    qualite: 'qualité',
    geometrie: 'point, line ou polygon',
    champs: 'nombre de champs',
    entites: 'nombre d’objets',
    octets: 'taille du fichier, en octets',
    simule: 'géométrie simulée',
  } satisfies Record<CatalogueColumnName, string>,
  functions: 'Fonctions géographiques',
  rows: (count: number, elapsedMs: number) =>
    `${formatCount(count, ['ligne', 'lignes'])}, en ${formatDuration(elapsedMs)}`,
  versions: (versions: Record<string, string>) =>
    `Couches lues : ${Object.entries(versions)
      .map(([layer, version]) => `${layer} (version ${version})`)
      .join(', ')}`,
  join: (aliases: readonly [string, string], pairs: number) =>
    `Jointure de ${aliases[0]} et ${aliases[1]} par l’index : ${formatCount(pairs, PAIR)}`,
  notices: {
    'nested-loop':
      'Une jointure géographique n’est pas passée par l’index : la requête compare chaque couple d’objets',
    plain:
      'La requête a été exécutée telle quelle : ses jointures géographiques, s’il y en a, ne passent pas par l’index',
  },
  tooLong:
    'Cette requête est trop longue pour tenir dans le lien de la page : copiez-la pour la partager.',
  history: {
    title: 'Historique',
    search: 'Chercher dans l’historique',
    none: 'Les requêtes exécutées sur ce territoire apparaîtront ici, dans ce navigateur seulement.',
    noMatch: 'Aucune requête ne contient ce texte.',
    kept: (max: number) =>
      `Les ${max} dernières requêtes sont gardées, et toutes celles qui sont épinglées.`,
    open: (text: string) => `Reprendre la requête : ${text}`,
    pin: 'Épingler',
    unpin: 'Ne plus épingler',
    drop: 'Retirer de l’historique',
    clear: 'Vider l’historique',
    clearHelp: 'Les requêtes épinglées restent.',
    failed: 'en erreur',
    rows: (count: number, elapsedMs: number) =>
      `${formatCount(count, ['ligne', 'lignes'])}, ${formatDuration(elapsedMs)}`,
  },
  sort: {
    ascending: (column: string) => `Trier par ${column}, croissant`,
    descending: (column: string) => `Trier par ${column}, décroissant`,
    none: (column: string) => `Revenir à l’ordre de la requête (trié par ${column})`,
  },
  map: {
    show: (column: string) => `Voir ${column} sur la carte`,
    drawing: 'Dessin sur la carte…',
    hide: 'Retirer de la carte',
    fit: 'Recadrer',
    shown: (count: number) =>
      `${formatCount(count, ['géométrie', 'géométries'])} sur la carte. Cliquez sur une ligne du tableau ou un objet de la carte.`,
    crs: (count: number) =>
      `${formatCount(count, ['géométrie', 'géométries'])} sans système de coordonnées connu, donc pas sur la carte : ajoutez ST_SetSRID(geom, 4326) ou le code qui convient.`,
    kind: (count: number) =>
      `${formatCount(count, ['géométrie ne se dessine pas', 'géométries ne se dessinent pas'])} : collections de plusieurs types, ou géométries illisibles.`,
    row: (place: number) => `Ligne ${place} choisie sur la carte`,
  },
  chart: {
    title: 'Graphique',
    kind: 'Forme',
    kinds: { bars: 'Barres', points: 'Nuage de points', histogram: 'Histogramme' },
    category: 'Catégorie',
    amount: 'Nombre',
    x: 'En abscisse',
    y: 'En ordonnée',
    count: 'lignes',
    label: (kind: string) => `${kind} du résultat de la requête`,
    missing: (count: number) =>
      `${formatCount(count, ['ligne sans valeur', 'lignes sans valeur'])}, hors du graphique.`,
    tooMany: (count: number, most: number) =>
      `${formatCount(count, ['barre', 'barres'])} : au-delà de ${most}, la figure ne se lirait plus. Regroupez dans la requête (GROUP BY), ou choisissez une autre figure.`,
    none: 'Un graphique demande au moins une colonne de nombres ou de textes.',
  },
  export: { name: 'requete-sql', title: 'Résultat d’une requête SQL' },
  plan: {
    open: 'Plan d’exécution',
    close: 'Fermer le plan',
    title: 'Plan d’exécution',
    working: 'Calcul du plan…',
    analyse: 'Exécuter et mesurer chaque étape',
    intro:
      'De bas en haut : ce qui est lu, joint, filtré, groupé. Les nombres de lignes sont des estimations tant que la requête n’est pas mesurée.',
    rows: (count: number, isMeasured: boolean) =>
      `${isMeasured ? '' : '≈ '}${formatCount(count, ['ligne', 'lignes'])}`,
    time: (elapsedMs: number) => formatDuration(elapsedMs),
    rewritten: 'La requête telle que DuckDB la reçoit',
    joins: 'Jointures géographiques par l’index',
    join: (
      aliases: readonly [string, string],
      relation: string,
      pairs: number,
      elapsedMs: number,
    ) =>
      `${aliases[0]} et ${aliases[1]} (${relation}) : l’index a trouvé ${formatCount(pairs, PAIR)} en ${formatDuration(elapsedMs)} ; la requête les joint ensuite par numéro de ligne.`,
    noJoin: 'Aucune jointure géographique ne passe par l’index.',
    steps: {
      SEQ_SCAN: 'Lecture de la table',
      TABLE_SCAN: 'Lecture de la table',
      COLUMN_DATA_SCAN: 'Lecture de lignes en mémoire',
      ARROW_SCAN: 'Lecture de la table',
      FILTER: 'Filtre',
      PROJECTION: 'Calcul des colonnes',
      HASH_JOIN: 'Jointure par égalité',
      NESTED_LOOP_JOIN: 'Jointure par comparaison de chaque couple',
      BLOCKWISE_NL_JOIN: 'Jointure par comparaison de chaque couple',
      PIECEWISE_MERGE_JOIN: 'Jointure par ordre',
      CROSS_PRODUCT: 'Tous les couples',
      HASH_GROUP_BY: 'Regroupement',
      PERFECT_HASH_GROUP_BY: 'Regroupement',
      UNGROUPED_AGGREGATE: 'Total',
      ORDER_BY: 'Tri',
      TOP_N: 'Tri, premières lignes',
      LIMIT: 'Premières lignes',
      STREAMING_LIMIT: 'Premières lignes',
      WINDOW: 'Calcul par fenêtre',
      STREAMING_WINDOW: 'Calcul par fenêtre',
      UNION: 'Union',
      CTE: 'Requête nommée',
      CTE_SCAN: 'Lecture de la requête nommée',
      DELIM_SCAN: 'Valeurs à chercher',
      RIGHT_DELIM_JOIN: 'Jointure de sous-requête',
      LEFT_DELIM_JOIN: 'Jointure de sous-requête',
      UNNEST: 'Dépliage de listes',
      DUMMY_SCAN: 'Une ligne vide',
      EMPTY_RESULT: 'Aucune ligne',
      RESULT_COLLECTOR: 'Résultat',
    } as Record<string, string>,
    pairsScan: 'Couples trouvés par l’index géographique',
    numberedScan: 'Table numérotée, pour joindre par ligne',
  },
  question: {
    open: 'Ouvrir comme question',
    help: 'Reprendre cette requête dans le formulaire de question',
  },
  result: 'Résultat de la requête',
  resultRows: 'Lignes du résultat',
  noRow: 'La requête ne donne aucune ligne.',
  reading: 'Lecture du résultat…',
  geometryKinds: {
    1: 'point',
    2: 'ligne',
    3: 'polygone',
    4: 'points',
    5: 'lignes',
    6: 'polygones',
    7: 'collection',
  } as Record<number, string>,
  bytes: (length: number) => `${formatNumber(length, 0)} octets`,
};
