// Data table: the sentences on official sources in the Données screen. The spaces before : ; » and after « are no-break spaces.
import type { CollectedSource } from '../../domain/collection.ts';
import { formatCount, formatDate, formatMoment } from './format.ts';

type State = CollectedSource['state'];

const OBJECT = ['objet', 'objets'] as const;
const SENT = ['objet renvoyé', 'objets renvoyés'] as const;

export const officialSources = {
  title: 'Sources officielles',
  collected: (iso: string, sources: number, counts: string[]) =>
    `Dernière collecte le ${formatMoment(iso)} : ${formatCount(sources, ['source', 'sources'])}, dont ${counts.join(', ')}.`,
  counts: (state: State, count: number) => formatCount(count, COUNTED[state]),
  states: {
    published: 'publiée',
    same: 'à jour',
    empty: 'aucune donnée renvoyée',
    failed: 'en échec',
  } satisfies Record<State, string>,
  simulatedStays: 'en échec : la couche simulée reste servie',
  /** What is still served of a source that failed. */
  stays: (iso: string | null) =>
    iso === null
      ? 'en échec : rien n’en est servi'
      : `en échec : la version du ${formatDate(iso)} reste servie`,
  emptyIsNoAbsence: 'La source n’a rien renvoyé pour ce territoire : ce n’est pas une absence.',
  answered: (iso: string | null) =>
    iso === null
      ? 'Cette source n’a encore jamais répondu en entier.'
      : `Dernière réponse complète le ${formatMoment(iso)}.`,
  producer: 'Producteur',
  licence: 'Licence',
  attribution: 'À citer ainsi',
  page: 'Page de la source',
  layers: 'Couches',
  notes: 'À savoir de cette collecte',
  nothing: 'aucune donnée renvoyée',
  rows: (read: number, kept: number) =>
    read === kept
      ? `${formatCount(read, SENT)}, dans le territoire`
      : `${formatCount(read, SENT)}, dont ${kept === 0 ? 'aucun' : formatCount(kept, OBJECT)} dans le territoire`,
  warnings: (count: number) =>
    formatCount(count, ['avertissement accepté', 'avertissements acceptés']),
  simulated: 'la couche servie est simulée',
  notServed: 'couche non servie',
  ofLayer: 'Source officielle',
};

const COUNTED: Record<State, readonly [string, string]> = {
  published: ['publiée', 'publiées'],
  same: ['à jour', 'à jour'],
  empty: ['sans donnée renvoyée', 'sans donnée renvoyée'],
  failed: ['en échec', 'en échec'],
};
