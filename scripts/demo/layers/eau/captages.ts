import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import type { Ground } from '../../ground/ground.ts';
import { createRandom } from '../../random.ts';
import { wellFields } from './well-fields.ts';

/**
 * The drinking-water wells: as many as published; those of the catchments that the documents name stand in their
 * commune, where in it is simulated.
 */
export function buildCaptages(ground: Ground): DemoLayer {
  const random = createRandom('captages');
  const features = wellFields(ground).flatMap(({ unit, commune, wells, dup, aim, source }) =>
    wells.map(
      (coordinates, i): DemoFeature => ({
        geometry: { type: 'Point', coordinates },
        properties: {
          id: `${unit.code}-F${i + 1}`,
          nom: `${unit.name} F${i + 1}`,
          comm_insee: commune.code,
          comm_nom: commune.name,
          champ_captant: unit.name,
          udi: unit.code,
          dup,
          dup_date:
            dup === 'achevée' ? `${random.integer(1988, 2016)}-0${random.integer(1, 9)}-15` : null,
          profondeur_m: random.integer(28, 96),
          debit_m3_h: random.integer(3, 16) * 10,
          objectif: aim,
          source,
        },
      }),
    ),
  );
  return { id: 'captages', features };
}
