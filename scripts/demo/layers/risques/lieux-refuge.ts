import type { DemoLayer } from '../../demo-layer.ts';
import type { Ground } from '../../ground/ground.ts';
import { createRandom } from '../../random.ts';
import { streetPlaces } from '../../shapes/places.ts';
import { floodShareAt } from './flood-plain.ts';

/** Places to gather people in, in every commune and beyond the reach of the extreme flood. */
export function buildLieuxRefuge(ground: Ground): DemoLayer {
  const features = ground.communes.flatMap((commune) => {
    const count = 1 + Math.floor(commune.population / INHABITANTS_BY_PLACE);
    const spots = streetPlaces(ground, commune, 60, 'refuge', { central: 0.85, spacingM: 180 });
    const dry = spots.filter((spot) => floodShareAt(ground, spot) > DRY_SHARE);
    return (dry.length > 0 ? dry : spots).slice(0, count).map((at, i) => {
      const random = createRandom(`refuge ${commune.code} ${i}`);
      const kind = KINDS[i % KINDS.length]!;
      return {
        geometry: { type: 'Point' as const, coordinates: at },
        properties: {
          id: `REF-${commune.code}-${i + 1}`,
          nom:
            i < KINDS.length
              ? `${kind} (${commune.name})`
              : `${kind} ${1 + Math.floor(i / KINDS.length)} (${commune.name})`,
          comm_insee: commune.code,
          comm_nom: commune.name,
          type: kind.toLowerCase(),
          capacite:
            10 *
            random.integer(commune.population > 4000 ? 12 : 5, commune.population > 4000 ? 40 : 16),
        },
      };
    });
  });
  return { id: 'lieux_refuge', features };
}

const INHABITANTS_BY_PLACE = 3500;
const KINDS = ['Salle des fêtes', 'Gymnase', 'Salle polyvalente', 'Réfectoire scolaire'];
/** The extreme flood ends at 1.4 widths of the plain, plus a margin. */
const DRY_SHARE = 1.9;
