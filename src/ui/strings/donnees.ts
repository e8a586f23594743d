// Data table: the sentences of the Données screen. The spaces before : ; » and after « are no-break spaces.
import type { ChangeKind } from '../../domain/change.ts';
import { formatCount, formatDate, formatMoment, formatNumber } from './format.ts';

type Noun = readonly [string, string];

const YEAR_DAYS = 365.25;
const MONTH_DAYS = YEAR_DAYS / 12;

/** Sentences of the catalogue's screen, of the pages of layers and of their versions. */
export const donnees = {
  intro: (layers: number) =>
    `${formatCount(layers, ['couche publiée', 'couches publiées'])}, avec leur fraîcheur, leur producteur et leur licence.`,
  publish: 'Publier une couche',
  back: 'Toutes les couches',
  unknown: (id: string) => `Le catalogue n’a pas de couche « ${id} ».`,
  overdue: (count: number) =>
    `${formatCount(count, ['couche à mettre à jour', 'couches à mettre à jour'])}`,
  noneOverdue: 'Aucune couche n’est en retard de mise à jour.',
  /** In the largest unit that two of have passed; the day that it was due is said beside. */
  late: (days: number) => {
    if (days < 2 * MONTH_DAYS) return formatCount(days, ['jour de retard', 'jours de retard']);
    if (days < 2 * YEAR_DAYS) return `plus de ${Math.floor(days / MONTH_DAYS)} mois de retard`;
    return `plus de ${Math.floor(days / YEAR_DAYS)} ans de retard`;
  },
  due: (iso: string) => `attendue le ${formatDate(iso)}`,
  catalogue: 'Toutes les couches',
  pastShown: 'version ancienne affichée',
};

/** Sentences of the page of a layer. */
export const sheet = {
  seeOnMap: 'Voir sur la carte',
  figures: 'En bref',
  version: 'Version',
  size: 'Poids du fichier',
  date: 'Date des données',
  count: 'Contenu',
  responsible: 'Qui en répond',
  contact: 'Contact',
  origin: 'D’où viennent ces données',
  scale: 'Échelle de saisie',
  scaleText: (denominator: number) => `1 : ${formatNumber(denominator, 0)}`,
  keywords: 'Mots-clés',
  inspire: 'Thème INSPIRE',
  attribution: 'À citer ainsi',
  licenceUnknown: 'Conditions de réutilisation inconnues : demandez-les au producteur.',
  licenceText: 'Texte de la licence',
  newWindow: ' (nouvel onglet)',
  fields: (count: number) => `Champs (${formatNumber(count, 0)})`,
  fieldName: 'Champ',
  fieldLabel: 'Sens',
  fieldType: 'Type',
  codes: (count: number) => formatCount(count, ['code', 'codes']),
  keyField: 'identifiant',
  types: { text: 'texte', integer: 'entier', number: 'nombre', boolean: 'oui / non', date: 'date' },
  geometry: 'Géométrie',
  downloads: 'Télécharger',
  parquet: (size: string) => `Données (GeoParquet, ${size})`,
  iso19139: 'Fiche de métadonnées (XML ISO 19139)',
  iso191153: 'Fiche de métadonnées (XML ISO 19115-3)',
  dcat: 'Catalogue pour le moissonnage (DCAT-AP, JSON-LD)',
};

/** Sentences of the versions of a layer and of their comparison. */
export const versions = {
  title: 'Versions',
  none: 'Cette couche n’a qu’une version : rien à comparer.',
  loading: 'Lecture des versions…',
  retry: 'Réessayer',
  served: 'version servie',
  of: (iso: string) => `Version du ${formatMoment(iso)}`,
  accepted: (count: number) =>
    formatCount(count, ['avertissement accepté', 'avertissements acceptés']),
  metadata: (fields: string[]) => `Fiche modifiée : ${fields.join(', ')}.`,
  compareServed: 'Comparer avec la version servie',
  compareServedOf: (iso: string) =>
    `Comparer la version du ${formatMoment(iso)} avec la version servie`,
  open: 'Ouvrir cette version',
  openOf: (iso: string) => `Ouvrir la version du ${formatMoment(iso)}`,
  compareTwo: 'Comparer ces deux versions',
  before: 'Avant',
  after: 'Après',
  rollback: 'Revenir à une version',
  rollbackHelp:
    'Cette page ne peut pas changer ce qui est servi. Pour y revenir, donnez cette commande au service SIG :',
  rollbackCommand: (id: string, version: string) => `npm run layers -- rollback ${id} ${version}`,
  metadataNames: {
    title: 'titre',
    abstract: 'résumé',
    theme: 'thème',
    producer: 'producteur',
    service: 'service',
    maintenance: 'fréquence de mise à jour',
    date: 'date des données',
    licence: 'licence',
    contact: 'contact',
    keywords: 'mots-clés',
    inspireTheme: 'thème INSPIRE',
    scale: 'échelle',
    lineage: 'origine',
    quality: 'qualité',
    sourceCrs: 'coordonnées d’origine',
    standard: 'standard',
    fields: 'champs',
    style: 'symbologie',
    key: 'identifiant',
  },
};

/** Sentences of a comparison. */
export const comparison = {
  title: (before: string, after: string) =>
    `Du ${formatMoment(before)} au ${formatMoment(after)} : ce qui a changé`,
  leave: 'Quitter la comparaison',
  comparing: 'Comparaison des deux versions',
  stop: 'Arrêter la comparaison',
  swap: 'Lire en sens inverse',
  kinds: {
    added: 'Ajout',
    removed: 'Suppression',
    moved: 'Forme modifiée',
    edited: 'Attributs modifiés',
  } satisfies Record<ChangeKind, string>,
  counts: {
    added: ['ajout', 'ajouts'],
    removed: ['suppression', 'suppressions'],
    moved: ['forme modifiée', 'formes modifiées'],
    edited: ['fiche modifiée, forme inchangée', 'fiches modifiées, forme inchangée'],
  } satisfies Record<ChangeKind, Noun>,
  before: 'Ancienne forme',
  unchangedLegend: 'Inchangé',
  unchanged: (count: number, noun: Noun) => `${formatCount(count, noun)} sans changement`,
  same: 'Les deux versions ont les mêmes objets, les mêmes formes et les mêmes attributs.',
  noCommonKey:
    'Aucun champ n’identifie les objets dans les deux versions : ils sont rapprochés par leur forme, puis par leurs attributs. Leurs numéros sont ceux de leur version.',
  fieldsAdded: (names: string[]) => `Champs nouveaux : ${names.join(', ')}.`,
  fieldsRemoved: (names: string[]) => `Champs disparus : ${names.join(', ')}.`,
  fieldsRetyped: (names: string[]) =>
    `Champs qui ont changé de type, comparés comme textes : ${names.join(', ')}.`,
  all: 'Tous les changements',
  filter: 'Montrer',
  list: 'Objets qui ont changé',
  noKey: 'sans identifiant',
  detail: (key: string) => `Avant et après : ${key}`,
  close: 'Fermer le détail (Échap)',
  field: 'Champ',
  shapeMoved: 'La forme a changé : l’ancienne est en tirets sur la carte.',
  onlyAfter: 'Cet objet n’existait pas dans la version d’avant.',
  onlyBefore: 'Cet objet n’existe plus dans la version d’après.',
  loading: 'Lecture de l’objet…',
};
