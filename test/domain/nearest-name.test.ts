import { describe, expect, it } from 'vitest';
import { closestName, misspeltName, nearestName } from '../../src/domain/nearest-name.ts';

describe('names that are nearly another', () => {
  it('are likened when a few letters, an accent or an ending differ', () => {
    expect(nearestName('Parceles', ['parcelles', 'zones'])).toBe('parcelles');
    expect(nearestName('mixte', ['mixte - autre'])).toBe('mixte - autre');
    expect(nearestName('xyz', ['parcelles'])).toBeNull();
    expect(closestName('xyz', ['parcelles'])).toBe('parcelles');
  });

  it('are misspelt only when two letters at most, and a fifth, differ', () => {
    expect(misspeltName('residentiel', ['résidentiel', 'commercial'])).toBe('résidentiel');
    expect(misspeltName('local_ancienne_annee', ['local_ancien_annee'])).toBe('local_ancien_annee');
    expect(misspeltName('mixte', ['mixte - autre'])).toBeNull();
    expect(misspeltName('site_projet', ['site_projet_url'])).toBeNull();
    expect(misspeltName('99', ['98', '32'])).toBeNull();
    expect(misspeltName('a', [])).toBeNull();
  });
});
