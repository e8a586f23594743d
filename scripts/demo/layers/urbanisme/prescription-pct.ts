import type { DemoLayer } from '../../demo-layer.ts';
import type { Ground, GroundCommune } from '../../ground/ground.ts';
import { distance } from '../../ground/ring.ts';
import { createRandom } from '../../random.ts';
import { streetPlaces } from '../../shapes/places.ts';
import { townBlocks } from '../../shapes/town-blocks.ts';
import { type Prescription, toFeatures } from './prescription.ts';

/** Points of the zoning plan: heritage to protect and farm buildings that may change their use. */
export function buildPrescriptionPct(ground: Ground): DemoLayer {
  const all = ground.communes.flatMap((commune) => [
    ...heritage(ground, commune),
    ...farmBuildings(ground, commune),
  ]);
  return { id: 'prescription_pct', features: toFeatures('P', all) };
}

const HERITAGE = [
  'Chapelle',
  'Calvaire',
  'Maison de maître',
  'Façade de style Reconstruction',
  'Ancienne école',
  'Kiosque',
  'Ferme à cour carrée',
  'Puits',
];
const INHABITANTS_BY_HERITAGE = 1800;

function heritage(ground: Ground, commune: GroundCommune): Prescription[] {
  const random = createRandom(`heritage ${commune.code}`);
  const count = 2 + Math.floor(commune.population / INHABITANTS_BY_HERITAGE);
  return streetPlaces(ground, commune, count, 'heritage', { asideM: 14 }).map((point, i) => ({
    geometry: { type: 'Point', coordinates: point },
    commune,
    code: '07-01',
    label: `${HERITAGE[random.integer(0, HERITAGE.length - 1)]!} à protéger (n° ${i + 1})`,
    text: `PB ${i + 1}`,
  }));
}

/** Built blocks of rural communes that lie farthest from the village. */
function farmBuildings(ground: Ground, commune: GroundCommune): Prescription[] {
  const away = (at: { centre: number[] }) => distance(at.centre, commune.centre);
  return townBlocks(ground)
    .get(commune.code)!
    .filter(({ block }) => block.fabric === 'village')
    .sort((a, b) => away(b) - away(a))
    .slice(0, 2)
    .map(({ centre }, i) => ({
      geometry: { type: 'Point', coordinates: centre },
      commune,
      code: '16-01',
      label: `Bâtiment agricole pouvant changer de destination (n° ${i + 1})`,
      text: `CD ${i + 1}`,
    }));
}
