import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import type { Ground } from '../../ground/ground.ts';
import { createRandom } from '../../random.ts';
import { capitalize, catchmentAt, ofRiver } from '../../shapes/catchments.ts';
import { findCommune, partsInside } from '../../shapes/commune.ts';
import { floodWorks } from './flood-works.ts';

/** Instruments of the stock that the supervisor watches: gauges on the rivers, rain gauges, sensors in the basins. */
export function buildInstruments(ground: Ground): DemoLayer {
  const gauges = GAUGES.map(([river, code]) => {
    const commune = findCommune(ground, code);
    const line = ground.rivers.find(({ name }) => name === river)!.line;
    const at = longest(partsInside(commune, [line], 50)) ?? commune.centre;
    const name = `Limnimètre ${ofRiver(river)} à ${commune.name}`;
    return { type: 'limnimètre', name, at, commune, river: capitalize(river) };
  });
  const rains = RAIN_GAUGES.map((code) => {
    const commune = findCommune(ground, code);
    const name = `Pluviomètre de ${commune.name}`.replace(/ de ([AEÉ])/, ' d’$1');
    return { type: 'pluviomètre', name, at: commune.centre, commune, river: null };
  });
  const sensors = floodWorks(ground)
    .filter(({ volumeM3 }) => volumeM3 !== null)
    .map(({ name, at, commune, work }) => {
      const river = work.river ? capitalize(work.river) : null;
      return { type: 'sonde de remplissage', name: `Sonde : ${name}`, at, commune, river };
    });
  const features = [...gauges, ...rains, ...sensors].map((place, i): DemoFeature => {
    const random = createRandom(`instrument ${i}`);
    const silence = random.next() < SILENT_SHARE ? random.integer(3, 96) : 0;
    return {
      geometry: { type: 'Point', coordinates: place.at },
      properties: {
        id: `INS-${String(i + 1).padStart(3, '0')}`,
        nom: place.name,
        comm_insee: place.commune.code,
        comm_nom: place.commune.name,
        type: place.type,
        cours_eau: place.river,
        bassin: catchmentAt(ground, place.at).code,
        derniere_mesure: daysBefore(silence),
        etat: silence === 0 ? 'actif' : 'muet',
      },
    };
  });
  return { id: 'instruments', features };
}

/** The day of the layer: an instrument that measured on it is heard. */
const TODAY = Date.UTC(2026, 1, 2);
const DAY_MS = 86_400_000;
const SILENT_SHARE = 0.14;

/** River and INSEE code of the commune of each gauge. */
const GAUGES: [string, string][] = [
  ['Lawe', '62232'],
  ['Lawe', '62457'],
  ['Lawe', '62178'],
  ['Lawe', '62377'],
  ['Lawe', '62119'],
  ['Lawe', '62252'],
  ['Biette', '62642'],
  ['Brette', '62693'],
  ['Clarence', '62197'],
  ['Clarence', '62555'],
  ['Clarence', '62224'],
  ['Clarence', '62713'],
  ['Nave', '62516'],
  ['Grand Nocq', '62023'],
  ['Loisne', '62847'],
  ['Loisne', '62126'],
  ['Guarbecque', '62391'],
  ['Busnes', '62190'],
  ['Laquette', '62313'],
  ['Lys', '62770'],
];
const RAIN_GAUGES = ['62443', '62269', '62048', '62516', '62617', '62473', '62885', '62706'];

function longest<T>(parts: T[][]): T | undefined {
  const part = [...parts].sort((a, b) => b.length - a.length)[0];
  return part?.[Math.floor(part.length / 2)];
}

function daysBefore(days: number): string {
  return new Date(TODAY - days * DAY_MS).toISOString().slice(0, 10);
}
