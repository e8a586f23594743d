import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import { describeSource } from '../../facts.ts';
import type { Ground } from '../../ground/ground.ts';
import { ofPlace } from '../../of-place.ts';
import { publishedFigure } from '../../published-figures.ts';
import { createRandom, type Random } from '../../random.ts';
import { apportion } from '../../shapes/apportion.ts';
import { findCommune } from '../../shapes/commune.ts';
import { streetPlaces } from '../../shapes/places.ts';
import { sharePlaces } from '../../shapes/seats.ts';
import { ENERGY_FACTS } from './energie-facts.ts';

/**
 * The roofs of the community's buildings: as many buildings, and as many square metres of floor in all, as published;
 * those that the documents name are in their commune. What a roof would yield is an estimate (see `yieldOf`).
 */
export function buildToitsPublics(ground: Ground): DemoLayer {
  const random = createRandom('roofs');
  const named = ENERGY_FACTS.roofs.map(({ name, commune, state, use, source }) => ({
    name,
    code: commune,
    state,
    use,
    source: describeSource(source),
  }));
  const held = new Map<string, number>();
  for (const { code } of named) held.set(code, (held.get(code) ?? 0) + 1);
  const codes = sharePlaces(ground.communes, publishedFigure('ind-165') - named.length, held);
  const simulated = codes.map((code) => {
    const use = USES[random.integer(0, USES.length - 1)]!;
    return {
      name: `${LABELS[use]} ${ofPlace(findCommune(ground, code).name)}`,
      code,
      state: 'non équipé',
      use,
      source: 'Bâtiment simulé',
    };
  });
  const roofs = [...named, ...simulated];
  const floors = apportion(
    publishedFigure('ind-166'),
    roofs.map(({ use }) => SIZES[use]! * random.between(0.6, 1.6)),
  );
  const ranks = new Map<string, number>();
  const features = roofs.map(({ name, code, state, use, source }, i): DemoFeature => {
    const commune = findCommune(ground, code);
    const rank = (ranks.get(code) ?? 0) + 1;
    ranks.set(code, rank);
    const roof = Math.round(floors[i]! * (use === 'administration' ? 0.45 : 0.8));
    const facing = FACINGS[random.integer(0, FACINGS.length - 1)]!;
    return {
      geometry: {
        type: 'Point',
        coordinates: streetPlaces(ground, commune, rank, 'community roofs', PLACE)[rank - 1]!,
      },
      properties: {
        id: `TP${String(i + 1).padStart(3, '0')}`,
        nom: name,
        comm_insee: code,
        comm_nom: commune.name,
        usage: use,
        surface_batiment_m2: floors[i]!,
        surface_m2: roof,
        orientation: facing.name,
        production_kwh: yieldOf(roof, facing.factor, random),
        etat: state,
        source,
      },
    };
  });
  return { id: 'toits_publics', features };
}

const USES = ['administration', 'sport', 'culture', 'atelier', 'accueil d’entreprises'];
const LABELS: Record<string, string> = {
  administration: 'Bureaux communautaires',
  sport: 'Équipement sportif',
  culture: 'Équipement culturel',
  atelier: 'Atelier communautaire',
  'accueil d’entreprises': 'Bâtiment d’activités',
};
/** Usual floor of a building, m². */
const SIZES: Record<string, number> = {
  administration: 1500,
  piscine: 3800,
  sport: 2600,
  culture: 1600,
  atelier: 1900,
  'accueil d’entreprises': 2400,
};
const FACINGS = [
  { name: 'sud', factor: 1 },
  { name: 'sud-est', factor: 0.95 },
  { name: 'sud-ouest', factor: 0.95 },
  { name: 'est-ouest', factor: 0.86 },
  { name: 'terrasse', factor: 0.92 },
];
const PLACE = { central: 0.5, spacingM: 180, asideM: 18 };

/** Kilowatt-hours in a year: about half of the roof usable, 0.2 kWp a square metre, 980 hours. */
function yieldOf(roofM2: number, facing: number, random: Random): number {
  return Math.round((roofM2 * random.between(0.4, 0.6) * 0.2 * 980 * facing) / 100) * 100;
}
