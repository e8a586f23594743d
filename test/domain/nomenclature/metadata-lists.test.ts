import { describe, expect, it } from 'vitest';
import { MAINTENANCE_FREQUENCIES } from '../../../src/domain/layer.ts';
import {
  findInspireTheme,
  INSPIRE_THEMES,
} from '../../../src/domain/nomenclature/inspire-themes.ts';
import { findLicence, LICENCES, licenceName } from '../../../src/domain/nomenclature/licences.ts';
import {
  EU_FREQUENCIES,
  MAINTENANCE_NAMES,
} from '../../../src/domain/nomenclature/maintenance-frequencies.ts';

describe('licences', () => {
  it.each([
    ['Licence Ouverte 2.0', 'Licence Ouverte 2.0'],
    ['lov2', 'Licence Ouverte 2.0'],
    ['Licence Ouverte / Open Licence version 2.0', 'Licence Ouverte 2.0'],
    ['License Ouverte v2.0 (Etalab)', 'Licence Ouverte 2.0'],
    ['etalab-2.0', 'Licence Ouverte 2.0'],
    ['https://www.etalab.gouv.fr/licence-ouverte-open-licence', 'Licence Ouverte 2.0'],
    [
      'https://www.etalab.gouv.fr/wp-content/uploads/2017/04/ETALAB-Licence-Ouverte-v2.0.pdf',
      'Licence Ouverte 2.0',
    ],
    ['ODbL', 'ODbL 1.0'],
    ['Open Data Commons Open Database License (ODbL)', 'ODbL 1.0'],
    ['https://opendatacommons.org/licenses/odbl/1-0/', 'ODbL 1.0'],
    ['CC-BY', 'CC-BY 4.0'],
    ['cc by 4.0', 'CC-BY 4.0'],
    ['https://creativecommons.org/licenses/by/4.0/', 'CC-BY 4.0'],
    ['Creative Commons Attribution 4.0', 'CC-BY 4.0'],
    ['CC0', 'CC0 1.0'],
    ['https://creativecommons.org/publicdomain/zero/1.0/', 'CC0 1.0'],
    ['Usage restreint', 'Usage restreint'],
  ])('%s is %s', (text, name) => {
    expect(findLicence(text)?.name).toBe(name);
  });

  it.each([
    'Licence Ouverte 1.0',
    'Licence Ouverte v1',
    'CC-BY-SA 4.0',
    'CC BY-NC 4.0',
    'CC-BY 3.0',
    'Aucune condition ne s’applique',
    'Pas de restriction d’accès public',
    'Convention entre la DGFiP et la communauté',
    '',
  ])('« %s » is none of the known licences, and is kept as it is', (text) => {
    expect(findLicence(text)).toBeNull();
    expect(licenceName(text)).toBe(text);
  });

  it('each is found by its name and address, obliges something, and says how to name the source', () => {
    for (const licence of LICENCES) {
      expect(findLicence(licence.name)).toBe(licence);
      if (licence.uri) expect(findLicence(licence.uri)).toBe(licence);
      expect(licence.obliges).toMatch(/^[A-ZÀ-Ý].*\.$/);
      const layer = { title: 'Zonage', producer: 'Agglo', date: '2026-03-31' };
      expect(licence.attribution(layer)).toMatch(/Agglo.*Zonage.*31\/03\/2026/);
    }
  });
});

describe('INSPIRE themes', () => {
  it('are the 34 of the directive', () => {
    expect(Object.keys(INSPIRE_THEMES)).toHaveLength(34);
    expect(new Set(Object.values(INSPIRE_THEMES).map(({ title }) => title)).size).toBe(34);
  });

  it.each([
    ['Usage des sols', 'lu'],
    ["Services d'utilité publique et services publics", 'us'],
    ['ZONES A RISQUE NATUREL', 'nz'],
    ['Zones de risque naturel', 'nz'],
    ['http://inspire.ec.europa.eu/theme/am', 'am'],
    ['http://www.eionet.europa.eu/gemet/fr/inspire-theme/cp', 'cp'],
    ['hy', 'hy'],
    ['urbanisme', null],
    ['constructor', null],
  ])('%s is %s', (text, code) => {
    expect(findInspireTheme(text)).toBe(code);
  });
});

it('every frequency has a French name and a code of the EU', () => {
  expect(Object.keys(MAINTENANCE_NAMES)).toEqual([...MAINTENANCE_FREQUENCIES]);
  expect(Object.keys(EU_FREQUENCIES)).toEqual([...MAINTENANCE_FREQUENCIES]);
});
