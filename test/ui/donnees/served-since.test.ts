import { describe, expect, it } from 'vitest';
import type { CollectedSource } from '../../../src/domain/collection.ts';
import type { Layer } from '../../../src/domain/layer.ts';
import { servedSince, sourceOf } from '../../../src/ui/donnees/served-since.ts';
import { officialSources } from '../../../src/ui/strings/official-sources.ts';
import { createLayer } from '../../helpers/create-catalogue.ts';

function createSource(id: string, layers: [id: string, version: string | null][]): CollectedSource {
  return {
    id,
    title: id,
    producer: 'IGN',
    licence: 'Licence Ouverte 2.0',
    attribution: '© IGN',
    page: 'https://exemple.fr/',
    caution: null,
    state: 'failed',
    answeredAt: null,
    notes: [],
    layers: layers.map(([layer, version]) => ({
      id: layer,
      version,
      ...{ read: 0, kept: 0, warnings: 0, bytes: 0 },
    })),
  };
}

function served(id: string, version: string, date: string, simulated = false): Layer {
  const layer = createLayer({ id, date, simulated });
  return { ...layer, file: { ...layer.file, version } };
}

describe('what is served of a source', () => {
  const layers = [
    served('parcelles', 'aaaa1111', '2026-06-01'),
    served('sections', 'bbbb2222', '2026-03-01'),
    served('batiments', 'cccc3333', '2025-01-01', true),
  ];

  it('is of the oldest day of its layers', () => {
    const source = createSource('cadastre', [
      ['parcelles', 'aaaa1111'],
      ['sections', 'bbbb2222'],
      ['batiments', 'cccc3333'],
    ]);
    expect(servedSince(source, layers)).toBe('2026-03-01');
    expect(sourceOf(layers[0]!, [source])).toBe(source);
  });

  it('is no simulated layer, and no version that another source gave', () => {
    const source = createSource('bd-topo', [
      ['batiments', 'cccc3333'],
      ['parcelles', 'dddd4444'],
      ['sections', null],
    ]);
    expect(servedSince(source, layers)).toBeNull();
    expect(layers.map((layer) => sourceOf(layer, [source]))).toEqual([null, null, null]);
  });
});

describe('the words for what came', () => {
  it('never say that there is nothing where nothing was sent', () => {
    expect(officialSources.states.empty).toBe('aucune donnée renvoyée');
    expect(officialSources.rows(1200, 0)).toBe(
      '1\u202f200 objets renvoyés, dont aucun dans le territoire',
    );
    expect(officialSources.rows(3, 1)).toBe('3 objets renvoyés, dont 1 objet dans le territoire');
    expect(officialSources.rows(1, 1)).toBe('1 objet renvoyé, dans le territoire');
  });
});
