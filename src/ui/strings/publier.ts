// Data table: the sentences of the Publier screen.
import type { DeliverySummary } from '../../publish/protocol.ts';
import type { ClassMethod } from '../../publish/style/classify.ts';
import type { StyleChoice } from '../../publish/style/make-style.ts';
import type { Ramp } from '../../publish/style/palettes.ts';
import { formatCount, formatNumber } from './format.ts';

type Noun = readonly [singular: string, plural: string];

/** Sentences of the Publier screen, by step. */
export const publier = {
  back: 'Données',
  steps: {
    label: 'Étapes de la publication',
    fichier: 'Fichier',
    couche: 'Couche',
    controle: 'Contrôle',
    metadonnees: 'Métadonnées',
    style: 'Style',
    telecharger: 'Télécharger',
  },
  next: 'Continuer',
  restart: 'Recommencer avec un autre fichier',
  stop: 'Arrêter',
  work: {
    read: 'Lecture des fichiers…',
    prepare: 'Préparation des couches…',
    bundle: 'Écriture de la publication…',
    steps: {
      read: (name: string) => `Lecture de ${name}…`,
      check: (name: string) => `Contrôle de ${name}…`,
      write: (name: string) => `Écriture de ${name}…`,
    },
  },
  failed: {
    read: 'Ces fichiers n’ont pas pu être lus.',
    prepare: 'La préparation n’a pas abouti.',
    bundle: 'La publication n’a pas pu être écrite.',
    kept: 'Ce que vous avez saisi est conservé.',
  },
  file: {
    hint: 'Rien ne quitte votre poste : le fichier est lu et contrôlé ici, puis vous téléchargez une publication que la commande « npm run publish » dépose sur le site.',
    drop: 'Déposez ici un fichier, un dossier ou une archive',
    files: 'Choisir des fichiers',
    folder: 'Choisir un dossier',
    formats:
      'GeoPackage, Shapefile (zip ou dossier), GeoJSON, GeoParquet, FlatGeobuf, MapInfo, GML, KML, GPX, EDIGEO, DXF, CSV, XLSX ; archives officielles PLU/PLUi, PPR et TRI prises entières.',
    chosen: (count: number, bytes: string) =>
      `${formatCount(count, ['fichier lu', 'fichiers lus'])}, ${bytes}`,
    continue: 'Préparer la publication',
    open: 'Ouvrir sans publier',
    openHint:
      'La couche s’affiche dans cette page seulement : elle se consulte et s’interroge, sans être publiée.',
    nothing: 'Aucune table à publier dans ces fichiers.',
  },
  delivery: {
    tables: (count: number) => formatCount(count, ['table trouvée', 'tables trouvées']),
    'cnig-plu': 'Archive PLU/PLUi au standard CNIG : toutes ses couches sont prises ensemble.',
    'cnig-sup':
      'Servitudes d’utilité publique au standard CNIG : toutes les couches sont prises ensemble.',
    'cnig-ppr':
      'Plan de prévention des risques au standard CNIG : toutes les couches sont prises ensemble.',
    'covadis-ppr':
      'Plan de prévention des risques au standard COVADIS : toutes les couches sont prises ensemble.',
    'covadis-tri':
      'Territoire à risque important d’inondation (COVADIS) : toutes les couches sont prises ensemble.',
  } satisfies Record<Exclude<DeliverySummary['kind'], 'tables'>, string> & {
    tables: (count: number) => string;
  },
  layer: {
    take: (name: string) => `Publier la table ${name}`,
    rows: ['entité', 'entités'] as Noun,
    families: { point: 'points', line: 'lignes', polygon: 'surfaces', none: 'géométries mêlées' },
    schema: 'Standard à respecter',
    schemaFound: (title: string) => `Standard reconnu d’après le fichier : ${title}.`,
    schemaHint: 'Aucun n’est reconnu ; choisissez-en un si la couche doit le suivre.',
    noSchema: 'Aucun',
    id: 'Identifiant de la couche',
    badId:
      'Écrivez une minuscule sans accent, puis des minuscules, des chiffres ou des tirets bas.',
    twice: 'Deux couches ne peuvent pas avoir le même identifiant.',
    replaces: 'Couche publiée à remplacer',
    new: 'Aucune : nouvelle couche',
    isNew: 'Nouvelle couche.',
    replacing: (title: string) =>
      `Remplace « ${title} » : ses métadonnées et son style sont repris, et la différence sera montrée.`,
    crs: 'Système de coordonnées',
    crsNames: {
      'EPSG:2154': 'Lambert-93',
      'EPSG:4326': 'WGS 84 (degrés)',
      'OGC:CRS84': 'WGS 84 (degrés)',
      'EPSG:3857': 'Web Mercator',
    } as Record<string, string>,
    crsFound: (crs: string) => `Celui du fichier : ${crs}`,
    crsUnsaid: 'Le fichier ne le dit pas : d’après les coordonnées',
    crsKept:
      'À changer seulement si le fichier se trompe : le sien est gardé tant que ses coordonnées y ont un sens.',
    crsHint: 'Choisissez un système si la position sur la carte est fausse.',
    without: (tables: string) => `Tables sans géométrie, utilisées pour le contrôle : ${tables}.`,
    none: 'Choisissez au moins une table.',
    check: 'Contrôler',
    failed: 'Cette couche ne peut pas être préparée.',
  },
  check: {
    severities: {
      error: ['erreur', 'erreurs'],
      warning: ['avertissement', 'avertissements'],
      notice: ['remarque', 'remarques'],
    } as Record<'error' | 'warning' | 'notice', Noun>,
    explained: {
      error: 'à corriger dans la source',
      warning: 'à accepter règle par règle',
      notice: 'pour information',
    },
    clean: 'Rien à signaler : la couche peut être publiée.',
    accept: (count: number) =>
      count === 1
        ? 'Accepter cet avertissement'
        : `Accepter ces ${formatNumber(count, 0)} avertissements`,
    keep: 'Publier quand même cette colonne',
    examples: 'Exemples',
    more: (count: number) => `Afficher ${formatNumber(count, 0)} de plus`,
    onMap: (message: string) => `Voir sur la carte : ${message}`,
    row: (key: string) => `Objet ${key}`,
    download: 'Emporter les signalements',
    shownSome: (shown: number, count: number) =>
      `La carte montre les ${formatNumber(shown, 0)} premiers des ${formatNumber(count, 0)} signalements situés ; les fichiers les contiennent tous.`,
    diff: 'Par rapport à la version publiée',
    diffNone: 'Rien n’a changé depuis la version publiée.',
    diffUnkeyed:
      'Aucun champ n’identifie les objets : ils sont rapprochés par leur forme, puis par leurs attributs.',
    diffMap: 'Voir les différences sur la carte',
    diffLeave: 'Quitter la comparaison',
    added: ['ajout', 'ajouts'] as Noun,
    removed: ['suppression', 'suppressions'] as Noun,
    moved: ['forme modifiée', 'formes modifiées'] as Noun,
    edited: ['fiche modifiée', 'fiches modifiées'] as Noun,
    unchanged: ['entité inchangée', 'entités inchangées'] as Noun,
    fields: (added: string[], removed: string[]) =>
      [
        added.length > 0 ? `champs ajoutés : ${added.join(', ')}` : '',
        removed.length > 0 ? `champs retirés : ${removed.join(', ')}` : '',
      ]
        .filter(Boolean)
        .join(' ; '),
    blocked:
      'Les erreurs empêchent la publication ; corrigez la source, puis recommencez. Vous pouvez remplir la suite en attendant.',
  },
  picker: 'Couche décrite',
  meta: {
    hint: 'Reprises de la livraison ou de la version précédente ; à compléter.',
    title: 'Titre',
    abstract: 'Résumé',
    abstractHint: 'Ce que contient la couche, en deux ou trois phrases.',
    theme: 'Thème',
    noun: 'Nom d’un objet, au singulier',
    nouns: 'Au pluriel',
    gender: 'Genre',
    genders: { m: 'masculin', f: 'féminin' },
    producer: 'Producteur',
    service: 'Service responsable',
    contactName: 'Contact : service ou fonction',
    contactEmail: 'Courriel du contact',
    licence: 'Licence',
    licenceUnset: 'Choisir une licence',
    date: 'Date des données',
    maintenance: 'Mise à jour',
    unset: 'Non précisé',
    lineage: 'Origine',
    scale: 'Échelle de saisie (1 : …)',
    keywords: 'Mots-clés, séparés par des virgules',
    inspire: 'Thème INSPIRE',
    titleField: 'Champ qui nomme chaque objet',
    spread: 'Reprendre producteur, contact, licence et mise à jour pour toutes les couches',
    spreadDone: 'Repris pour toutes les couches.',
    missing: 'À renseigner.',
    malformed: {
      date: 'Écrivez une date, par exemple 2026-03-31.',
      email: 'Ce courriel n’est pas complet.',
      url: 'L’adresse commence par https://',
      scale: 'Écrivez un nombre, par exemple 2000.',
    } as Record<string, string>,
  },
  style: {
    kinds: {
      single: 'Symbole unique',
      categories: 'Catégories',
      classes: 'Classes',
      proportional: 'Points proportionnels',
    } satisfies Record<StyleChoice['kind'], string>,
    kind: 'Représentation',
    official: 'Symbologie officielle du standard',
    officialUse: 'Appliquer la symbologie officielle',
    field: 'Champ',
    method: 'Méthode',
    methods: {
      quantiles: 'Quantiles (effectifs égaux)',
      jenks: 'Jenks (seuils naturels)',
      equal: 'Intervalles égaux',
    } satisfies Record<ClassMethod, string>,
    count: 'Nombre de classes',
    ramp: 'Palette',
    ramps: {
      blues: 'Bleus',
      greens: 'Verts',
      oranges: 'Orangés',
      purples: 'Violets',
      ylgnbu: 'Jaune, vert, bleu',
      ylorbr: 'Jaune, orange, brun',
      puor: 'Orange à violet (deux sens)',
      brbg: 'Brun à bleu-vert (deux sens)',
      rdbu: 'Rouge à bleu (deux sens)',
    } satisfies Record<Ramp, string>,
    safe: 'Palettes lisibles par les daltoniens.',
    colour: 'Couleur',
    radius: 'Rayon du plus grand point',
    label: 'Étiquettes',
    noLabel: 'Aucune étiquette',
    reading: 'Lecture des valeurs…',
    fewer: (count: number) =>
      `${formatCount(count, ['classe', 'classes'])} seulement : il n’y a pas plus de valeurs distinctes à séparer.`,
    others: (shown: number, count: number) =>
      `Les ${shown} valeurs les plus fréquentes ont leur symbole ; les ${formatNumber(count - shown, 0)} autres partagent « Autre ou non renseigné ».`,
    onMap: 'La carte suit chaque choix.',
    gone: 'Cette couche a été retirée de la carte.',
    showAgain: 'La remettre sur la carte',
  },
  bundle: {
    ready: 'Tout est prêt.',
    notReady: 'Il reste à faire :',
    failed: (count: number) =>
      `${formatCount(count, ['couche n’a', 'couches n’ont'])} pas pu être préparée${count > 1 ? 's' : ''} : écartez-la${count > 1 ? 's' : ''} ou précisez son système de coordonnées.`,
    errors: (count: number) =>
      `${formatCount(count, ['erreur', 'erreurs'])} à corriger dans la source.`,
    waiting: (count: number) =>
      `${formatCount(count, ['avertissement', 'avertissements'])} à accepter.`,
    meta: (title: string) => `Métadonnées de « ${title} » à compléter.`,
    layers: 'Contenu de la publication',
    download: 'Télécharger la publication',
    again: 'Télécharger de nouveau',
    downloaded: (name: string, bytes: string) => `${name} (${bytes}) est dans vos téléchargements.`,
    command: 'Sur le serveur du site, tapez ensuite :',
    commandText: (name: string) => `npm run publish -- ${name}`,
    copy: 'Copier la commande',
    copied: 'Commande copiée',
    explain:
      'La commande contrôle de nouveau chaque couche et la met en ligne d’un seul geste ; la version précédente reste dans l’historique.',
    keepOnMap: 'Garder les couches sur la carte et terminer',
  },
};
