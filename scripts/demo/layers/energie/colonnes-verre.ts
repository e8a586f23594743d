import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import type { Ground } from '../../ground/ground.ts';
import { createRandom } from '../../random.ts';
import { streetPlaces } from '../../shapes/places.ts';
import { sharePlaces } from '../../shapes/seats.ts';

/** The glass columns, all simulated along the streets: at least one a commune, then by population. */
export function buildColonnesVerre(ground: Ground): DemoLayer {
  const random = createRandom('glass');
  const first = new Map(ground.communes.map(({ code }) => [code, 1]));
  const counts = new Map(first);
  for (const code of sharePlaces(ground.communes, COLUMNS - first.size, first)) {
    counts.set(code, counts.get(code)! + 1);
  }
  const features = ground.communes.flatMap((commune) =>
    streetPlaces(ground, commune, counts.get(commune.code)!, 'glass', PLACE).map(
      (coordinates, i): DemoFeature => ({
        geometry: { type: 'Point', coordinates },
        properties: {
          id: `CV-${commune.code}-${String(i + 1).padStart(2, '0')}`,
          nom: `Colonne ${i + 1}`,
          comm_insee: commune.code,
          comm_nom: commune.name,
          volume_m3: random.next() < 0.7 ? 4 : 3,
          type: random.next() < 0.85 ? 'aérienne' : 'enterrée',
          jour_vidage: DAYS[random.integer(0, DAYS.length - 1)]!,
        },
      }),
    ),
  );
  return { id: 'colonnes_verre', features };
}

/** About one for 450 inhabitants; the documents do not count them. */
const COLUMNS = 620;
const PLACE = { central: 0.25, spacingM: 260, asideM: 7 };
const DAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi'];
