import { expect, it } from 'vitest';
import { listOfficialGroups } from '../../scripts/territory/official-groups.ts';
import { territoryNames } from '../../scripts/territory/territory-names.ts';

it.each([
  ['CA de Lens - Liévin', 'Communauté d’agglomération de Lens-Liévin', 'Lens-Liévin'],
  [
    'CA de Béthune-Bruay, Artois-Lys Romane',
    'Communauté d’agglomération de Béthune-Bruay, Artois-Lys Romane',
    'Béthune-Bruay',
  ],
  ['CC du Pays de Fayence', 'Communauté de communes du Pays de Fayence', 'Pays de Fayence'],
  ["CU d'Arras", 'Communauté urbaine d’Arras', 'Arras'],
  ["CC de l'Oriente", 'Communauté de communes de l’Oriente', 'Oriente'],
  ['CC des Savanes', 'Communauté de communes des Savanes', 'Savanes'],
  [
    "CC Rives de l'Ain - Pays du Cerdon",
    'Communauté de communes Rives de l’Ain – Pays du Cerdon',
    'Rives de l’Ain – Pays du Cerdon',
  ],
  [
    'CA Intercommunale du Nord de la Réunion (CINOR)',
    'Communauté d’agglomération Intercommunale du Nord de la Réunion (CINOR)',
    'CINOR',
  ],
  [
    "Métropole d'Aix-Marseille-Provence",
    'Métropole d’Aix-Marseille-Provence',
    'Aix-Marseille-Provence',
  ],
  [
    'Métropole Européenne de Lille',
    'Métropole Européenne de Lille',
    'Métropole Européenne de Lille',
  ],
  ['Eurométropole de Strasbourg', 'Eurométropole de Strasbourg', 'Eurométropole de Strasbourg'],
])('%s is called in full %s, and %s for short', (listed, name, shortName) => {
  expect(territoryNames(listed)).toEqual({ name, shortName });
});

it('every intercommunality of the list has both names, without abbreviation, straight apostrophe or loose dash', () => {
  for (const { name: listed } of listOfficialGroups()) {
    const { name, shortName } = territoryNames(listed);
    expect(name).not.toMatch(/^C[ACU] |'| - /);
    expect(shortName).toMatch(/^[\p{Lu}\d«]/u);
    expect(shortName.length).toBeGreaterThan(1);
  }
});
