import { describe, expect, it } from 'vitest';
import { streetOf } from '../../src/engine/search-streets.ts';

describe('the street of an address', () => {
  it.each([
    ['12 rue de la Gare', 'rue de la gare'],
    ['12 bis, rue de la Gare Béthune', 'rue de la gare bethune'],
    ['12-14 avenue du 8-Mai-1945', 'avenue du 8 mai 1945'],
    ['Place de l’Église', 'place de l eglise'],
  ])('of %s is %s', (text, street) => {
    expect(streetOf(text)).toBe(street);
  });

  it.each(['Béthune', 'AB 123 Béthune', 'rue', '62119000AB0123'])('is not sought in %s', (text) => {
    expect(streetOf(text)).toBeNull();
  });
});
