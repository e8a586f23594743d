import { describe, expect, it } from 'vitest';
import { citationOf } from '../../src/domain/citation.ts';
import { creditOf, orderCredits } from '../../src/domain/credit.ts';

const velo = {
  title: 'EuroVelo 5',
  producer: 'OpenStreetMap',
  date: '2026-03-01',
  licence: 'ODbL 1.0',
  attribution: '© les contributeurs d’OpenStreetMap, sous licence ODbL',
};
const cadastre = {
  title: 'Parcelles',
  producer: 'DGFiP',
  date: '2026-06-01',
  licence: 'Licence Ouverte 2.0',
};

describe('how a layer is named', () => {
  it('beside a map is in the words of its licence, else by its producer', () => {
    expect(creditOf(velo)).toBe('© les contributeurs d’OpenStreetMap, sous licence ODbL');
    expect(creditOf({ ...cadastre, attribution: 'Source\u00a0: DGFiP – Cadastre' })).toBe(
      'DGFiP – Cadastre',
    );
    expect(creditOf(cadastre)).toBe('DGFiP');
  });

  it('comes first where its licence obliges to name it', () => {
    const agreed = { ...cadastre, attribution: '© IGN' };
    expect(orderCredits([cadastre, agreed, velo])).toEqual([velo, agreed, cadastre]);
  });

  it('in a citation has its title and the day of its data', () => {
    expect(citationOf(velo)).toBe(
      '© les contributeurs d’OpenStreetMap, sous licence ODbL – EuroVelo 5, mise à jour du 01/03/2026',
    );
    expect(citationOf(cadastre)).toBe('Source : DGFiP – Parcelles, mise à jour du 01/06/2026');
    expect(citationOf({ ...cadastre, licence: 'à demander' })).toBeNull();
  });
});
