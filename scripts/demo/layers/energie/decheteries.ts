import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import { describeSource } from '../../facts.ts';
import type { Ground } from '../../ground/ground.ts';
import { ofPlace } from '../../of-place.ts';
import { findCommune } from '../../shapes/commune.ts';
import { streetPlaces } from '../../shapes/places.ts';
import { ENERGY_FACTS } from './energie-facts.ts';

/**
 * The recycling centres: that of Béthune and the two planned ones, which the documents name, in their commune; and
 * simulated ones, as the documents do not count them.
 */
export function buildDecheteries(ground: Ground): DemoLayer {
  const centres = [
    ...ENERGY_FACTS.recyclingCentres.map(({ name, commune, state, source }) => ({
      name,
      code: commune,
      state: state as string,
      source: describeSource(source),
    })),
    ...SIMULATED.map((code) => ({
      name: `Déchèterie ${ofPlace(findCommune(ground, code).name)}`,
      code,
      state: 'en service',
      source: 'Site simulé',
    })),
  ];
  const features = centres.map(({ name, code, state, source }, i): DemoFeature => {
    const commune = findCommune(ground, code);
    const [coordinates] = streetPlaces(ground, commune, 1, 'decheteries', PLACE);
    return {
      geometry: { type: 'Point', coordinates: coordinates! },
      properties: {
        id: `DEC${String(i + 1).padStart(2, '0')}`,
        nom: name,
        comm_insee: code,
        comm_nom: commune.name,
        etat: state,
        ouverture: state === 'en service' ? 'du lundi au samedi, dimanche matin' : null,
        filieres_rep:
          state === 'en service' ? 'articles de sport, jouets, matériaux de construction' : null,
        source,
      },
    };
  });
  return { id: 'decheteries', features };
}

/** Communes of the simulated centres: one for each part of the territory. */
const SIMULATED = [
  '62178',
  '62048',
  '62617',
  '62516',
  '62473',
  '62401',
  '62770',
  '62620',
  '62443',
  '62642',
];
const PLACE = { central: 0.2, asideM: 30 };
