import { expect, it } from 'vitest';
import { findLayer, parseCatalogue } from '../../src/domain/catalogue.ts';
import { createCatalogue } from '../helpers/create-catalogue.ts';

it('a catalogue survives being written and read', () => {
  const catalogue = createCatalogue();
  expect(parseCatalogue(JSON.parse(JSON.stringify(catalogue)))).toEqual(catalogue);
});

it('a catalogue of another version is refused with both versions', () => {
  const json = { ...createCatalogue(), version: 7 };
  expect(() => parseCatalogue(json)).toThrowError(
    expect.objectContaining({ code: 'catalogue-version', context: { seen: 7, wanted: 1 } }),
  );
});

it('a fault in a catalogue is named by its path', () => {
  const catalogue = createCatalogue();
  const json = { ...catalogue, layers: [{ ...catalogue.layers[0], geometry: 'cube' }] };
  expect(() => parseCatalogue(json)).toThrowError(
    expect.objectContaining({ code: 'catalogue-invalid', context: { path: 'layers.0.geometry' } }),
  );
});

it.each([null, [], 'catalogue', 12])('%j is no catalogue', (json) => {
  expect(() => parseCatalogue(json)).toThrowError(
    expect.objectContaining({ code: 'catalogue-invalid' }),
  );
});

it('a layer that is not there is refused by its name', () => {
  expect(() => findLayer(createCatalogue(), 'zac')).toThrowError(
    expect.objectContaining({ code: 'layer-unknown', context: { layer: 'zac' } }),
  );
});
