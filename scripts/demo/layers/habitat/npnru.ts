import type { DemoLayer } from '../../demo-layer.ts';
import { describeSource } from '../../facts.ts';
import type { Ground } from '../../ground/ground.ts';
import { growTown, outlineOf } from '../../shapes/town-blocks.ts';
import { readHousing } from './habitat-facts.ts';
import { layOutQuarters } from './quarters.ts';

/** The two conventions of urban renewal (NPNRU): the heart of the quarter of that name. */
export function buildNpnru(ground: Ground): DemoLayer {
  const quarters = layOutQuarters(ground);
  const features = readHousing().renovation.map((convention, i) => {
    const quarter = quarters.find(({ name }) => name === convention.name)!;
    const held = quarter.blocks.reduce((sum, { share }) => sum + share, 0);
    const heart = growTown(quarter.blocks, quarter.blocks[0]!.centre, HEART * held);
    return {
      geometry: { type: 'MultiPolygon' as const, coordinates: outlineOf(heart) },
      properties: {
        id: `npnru-${i + 1}`,
        nom: `NPNRU ${convention.name}`,
        comm_insee: convention.commune,
        comm_nom: quarter.places[0]!.name,
        enveloppe_eur: convention.envelopeEur,
        operations_2024: convention.operations2024 ?? null,
        valide_2024_eur: convention.approved2024Eur ?? null,
        source: describeSource(convention.source),
      },
    };
  });
  return { id: 'npnru', features };
}

/** Part of the quarter's dwellings. */
const HEART = 0.6;
