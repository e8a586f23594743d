import type { Catalogue } from '../../src/domain/catalogue.ts';
import { createCatalogue, createLayer } from '../helpers/create-catalogue.ts';

/** A catalogue with one layer of each geometry, gender and kind of field that sentences are made of, and a network. */
export function createAtlas(): Catalogue {
  const text = (name: string, label: string) => ({ name, label, type: 'text' }) as const;
  return createCatalogue([
    createLayer({
      fields: [
        text('id', 'Identifiant'),
        text('nom', 'Nom'),
        text('adresse', 'Adresse'),
        text('xyz', 'Xyz'),
        { name: 'contenance', label: 'Contenance cadastrale', type: 'integer', unit: 'm²' },
        { name: 'arpente', label: 'Arpentée', type: 'boolean' },
        {
          name: 'etat',
          label: 'État',
          type: 'text',
          codes: { '03': 'opposable', '09': 'caduc', en_cours: 'en cours' },
        },
        { name: 'date', label: 'Date de mise à jour', type: 'date' },
      ],
    }),
    createLayer({
      id: 'zone_urba',
      noun: ['zone du PLU', 'zones du PLU'],
      fields: [
        {
          name: 'TYPEZONE',
          label: 'Type de zone',
          type: 'text',
          codes: { AUc: 'à urbaniser, ouverte', AUs: 'à urbaniser, fermée' },
        },
        text('LIBELLE', 'Libellé'),
      ],
    }),
    createLayer({
      id: 'cours_eau',
      geometry: 'line',
      gender: 'm',
      noun: ['cours d’eau', 'cours d’eau'],
      fields: [text('toponyme', 'Nom')],
    }),
    createLayer({
      id: 'gares',
      geometry: 'point',
      noun: ['gare', 'gares'],
      fields: [text('nom', 'Nom')],
    }),
    createLayer({
      id: 'voirie',
      geometry: 'line',
      noun: ['voie', 'voies'],
      base: true,
      fields: [text('nature', 'Nature')],
      network: { field: 'nature', speeds: { foot: { rue: 4.5 }, bike: { rue: 15 }, car: {} } },
    }),
  ]);
}
