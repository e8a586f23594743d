import { expect, it } from 'vitest';
import { citesSource } from '../../src/ui/indicateurs/cited-lines.ts';

const DOCUMENTS = {
  '000': 'Rapport d’activité 2024',
  '001': 'Conseil communautaire du 11 avril 2023, rapport développement durable 2022',
  '002': 'Conseil communautaire du 6 décembre 2022, projet de territoire 2022-2032',
  '003': 'Conseil communautaire du 12 décembre 2023, contrat territorial du Département',
};
const LINEAGE =
  'Réel : nombre d’aires (rapport d’activité 2024, lignes 1839 à 1842 ; 5 en 2022 : conseil du 11 avril 2023, ligne 369), ' +
  'l’une d’elles (lignes 1845-1846 et 1850), la trame (projet de territoire, ligne 962). Simulé : leurs lieux.';

it.each([
  ['000:1839', true],
  ['000:1841-1850', true],
  ['001:369', true],
  ['001:1850', true],
  ['002:962-964', true],
  ['001:1841', false],
  ['000:369', false],
  ['000:962', false],
  ['003:369', false],
  ['000:1843', false],
  ['000:2024', false],
  ['001:5', false],
])('%s is cited: %s', (source, isCited) => {
  expect(citesSource(LINEAGE, source, DOCUMENTS)).toBe(isCited);
});

it('lines of no document are of any', () => {
  expect(citesSource('Réel : 42 zones (ligne 3273).', '000:3273', DOCUMENTS)).toBe(true);
});
