import type { Field, LayerMeta } from '../../../src/domain/layer.ts';
import type { WorkloadLayerId } from './layer-ids.ts';

/** What a catalogue says of the layers of the workload. */
export const LAYER_METAS: Record<WorkloadLayerId, LayerMeta> = {
  parcels: {
    ...commonMeta(),
    id: 'parcels',
    title: 'Parcelles',
    geometry: 'polygon',
    noun: ['parcelle', 'parcelles'],
    gender: 'f',
    fields: [
      textField('id', 'Identifiant'),
      textField('commune', 'Commune'),
      textField('section', 'Section'),
      { name: 'contenance', label: 'Contenance', type: 'integer', unit: 'm²' },
    ],
  },
  zones: {
    ...commonMeta(),
    id: 'zones',
    title: 'Zones',
    geometry: 'polygon',
    noun: ['zone', 'zones'],
    gender: 'f',
    fields: [textField('id', 'Identifiant'), textField('type', 'Type')],
  },
  points: {
    ...commonMeta(),
    id: 'points',
    title: 'Points',
    geometry: 'point',
    noun: ['point', 'points'],
    gender: 'm',
    fields: [textField('id', 'Identifiant'), textField('kind', 'Nature')],
  },
};

function commonMeta() {
  return {
    abstract: 'Charge de travail du banc d’essai.',
    theme: 'bench',
    producer: 'Arpent',
    date: '2026-01-01',
    licence: 'Licence Ouverte 2.0',
    lineage: 'Engendré par un générateur à graine fixe.',
    simulated: true,
    key: 'id',
    titleField: 'id',
    style: { symbol: { fill: '#888888' } },
  };
}

function textField(name: string, label: string): Field {
  return { name, label, type: 'text' };
}
