import type { DemoLayer } from '../../demo-layer.ts';
import type { Ground } from '../../ground/ground.ts';
import { capitalize } from '../../shapes/catchments.ts';
import { floodWorks, type PlacedWork } from './flood-works.ts';

/** Works against floods: basins, expansion zones, gates… with the water that each holds back. */
export function buildOuvragesGemapi(ground: Ground): DemoLayer {
  const features = floodWorks(ground).map((placed) => ({
    geometry: { type: 'Point' as const, coordinates: placed.at },
    properties: propertiesOf(placed),
  }));
  return { id: 'ouvrages_gemapi', features };
}

function propertiesOf({ id, name, work, commune, catchment, source, ...volumes }: PlacedWork) {
  const { volumeM3, plannedM3 } = volumes;
  return {
    id,
    nom: name,
    comm_insee: commune.code,
    comm_nom: commune.name,
    type: work.type,
    typeouvrage: TYPE_CODES[work.type] ?? '12',
    etat: work.state,
    annee: work.year,
    volume_m3: volumeM3,
    volume_origine: originOf(volumeM3, work.volumeM3),
    volume_prevu_m3: plannedM3,
    bassin: catchment.code,
    bassin_nom: catchment.name,
    cours_eau: work.river ? capitalize(work.river) : null,
    papi_finalisee: work.papi ?? null,
    source,
  };
}

/** Codes of the list `typeouvrageprotecteur` of the CNIG standard for flood plans. */
const TYPE_CODES: Record<string, string> = {
  ZEC: '112',
  bassin: '112',
  'retenue collinaire': '112',
  digue: '111',
};

function originOf(volume: number | null, published: number | undefined): string | null {
  if (volume === null) return null;
  return published === undefined ? 'réparti' : 'publié';
}
