import { describe, expect, it } from 'vitest';
import { matchesText } from '../../src/ui/strings/match-text.ts';

describe('what a list is filtered by', () => {
  it.each([
    ['Équipement sportif d’Houdain', "d'houdain"],
    ["rue de l'Église", 'l’eglise'],
    ['Zones humides', 'ZONES '],
    ['Zones humides', ''],
  ])('%s holds « %s »', (text, part) => {
    expect(matchesText(text, part)).toBe(true);
  });

  it('is not held by what lacks it', () => {
    expect(matchesText('Zones humides', 'crue')).toBe(false);
  });
});
