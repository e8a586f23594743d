import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import type { Ground } from '../../ground/ground.ts';
import { sewageWorks } from './sewage-works.ts';

/** The sewage works: as many of each kind in service as published, and the planned one of Haisnes. */
export function buildStationsEpuration(ground: Ground): DemoLayer {
  const features = sewageWorks(ground).map(
    ({ name, kind, commune, point, river, state, capacity, note, source }, i): DemoFeature => ({
      geometry: { type: 'Point', coordinates: point },
      properties: {
        id: `STEP${String(i + 1).padStart(2, '0')}`,
        nom: name,
        comm_insee: commune.code,
        comm_nom: commune.name,
        type: kind,
        etat: state,
        capacite_eh: capacity,
        milieu: river,
        remarque: note,
        source,
      },
    }),
  );
  return { id: 'stations_epuration', features };
}
