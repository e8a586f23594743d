import type { Position } from 'geojson';
import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import { describeSource } from '../../facts.ts';
import type { Ground } from '../../ground/ground.ts';
import { distance } from '../../ground/ring.ts';
import { createRandom, type Random } from '../../random.ts';
import { nearestInterchange } from '../mobilite/echangeurs.ts';
import { type PlacedStation, placeStations } from '../mobilite/gares.ts';
import { type ActivityZone, layOutZones } from './activity-zones.ts';
import { type Plot, plotsOf } from './zone-plots.ts';

/**
 * The activity zones of the territory (CNIG sites économiques, SITE-ECO): those that the documents name, in the commune
 * where they put them, and as many simulated ones as the published figure wants. Footprints are the estates of activity
 * of the simulated ground, so that they follow streets and parcels; counts of land units are those of the plots.
 */
export function buildZae(ground: Ground): DemoLayer {
  const stations = placeStations(ground).filter(({ station }) => station.passengers);
  const plots = plotsOf(ground);
  const features = layOutZones(ground).map((zone, i): DemoFeature => {
    const random = createRandom(`zae ${i} ${zone.commune.code}`);
    const { shape } = zone.estate;
    const own = plots.filter((plot) => plot.zone.id === zone.id);
    return {
      geometry:
        shape.length === 1
          ? { type: 'Polygon', coordinates: shape[0]! }
          : { type: 'MultiPolygon', coordinates: shape },
      properties: {
        ...propertiesOf(zone, random),
        ...offerOf(own),
        ...accessOf(ground, zone, stations),
      },
    };
  });
  return { id: 'zae', features };
}

const EPCI_NAME = 'CA de Béthune-Bruay, Artois-Lys Romane';
const EPCI_SIREN = '200072460';
const SIMULATED_USES = [
  'artisanale',
  'artisanale',
  'industrielle',
  'commerciale',
  'entrepôts, logistique',
  'tertiaire',
];
const HECTARE_M2 = 10_000;
const NAMED_NOTE = 'Zone nommée par les documents publiés ; emprise et surface simulées.';
const SIMULATED_NOTE = 'Site simulé : les documents publiés comptent 42 zones et en nomment 14.';

function propertiesOf(
  { id, name, commune, estate, named }: ActivityZone,
  random: Random,
): DemoFeature['properties'] {
  const simulatedUse = SIMULATED_USES[random.integer(0, SIMULATED_USES.length - 1)]!;
  return {
    site_id: id,
    pole_id: `${commune.code}_POLE-ECO_00001`,
    site_nom: name,
    site_type: "zone d'activité économique",
    site_vocadomi: named ? (named.use ?? 'inconnu') : simulatedUse,
    site_etat: 'existant et actif',
    site_surf_brute: round(estate.areaM2 / HECTARE_M2, 2),
    site_identif_date: '2026-01-01',
    site_actu_date: '2026-01-01',
    source_producteur: named ? describeSource(named.source) : 'Arpent, générateur de territoire',
    site_description: named ? NAMED_NOTE : SIMULATED_NOTE,
    site_epci_nom: EPCI_NAME,
    site_epci_siren: EPCI_SIREN,
    site_comm_nom: commune.name,
    site_comm_insee: commune.code,
    site_moa_type: 'EPCI',
    site_nb_etab: named?.establishments ?? null,
    site_nb_emploi: named?.jobs ?? null,
  };
}

/** What the plots of a zone add up to; `site_surf_utile` is the sum of the useful ones, as the standard has it. */
function offerOf(plots: Plot[]): DemoFeature['properties'] {
  const useful = plots.filter(({ state }) => state !== 'équipement');
  const vacant = plots.filter(({ state }) => state === 'vacant');
  const built = plots.filter(({ state }) => state === 'occupé' || state === 'vacant');
  const free = plots.filter(({ state }) => state === 'libre');
  return {
    site_surf_utile: hectares(useful),
    site_surf_comm_dispo: hectares(free),
    site_uf_nbre: useful.length,
    site_uf_bati_nbre: built.length,
    site_uf_vacant_nbre: vacant.length,
    site_taux_vacance: useful.length === 0 ? 0 : round((100 * vacant.length) / useful.length, 1),
  };
}

function accessOf(
  ground: Ground,
  { estate }: ActivityZone,
  stations: PlacedStation[],
): DemoFeature['properties'] {
  const station = nearestStation(stations, estate.centre);
  const interchange = nearestInterchange(ground, estate.centre);
  return {
    gare_nom: station.station.name,
    gare_dist: round(distance(station.point, estate.centre) / 1000, 1),
    autoroute_nom: interchange.motorway,
    autoroute_echang_dist: round(distance(interchange.point, estate.centre) / 1000, 1),
  };
}

function nearestStation(stations: PlacedStation[], centre: Position): PlacedStation {
  return stations.reduce((best, station) =>
    distance(station.point, centre) < distance(best.point, centre) ? station : best,
  );
}

function hectares(plots: Plot[]): number {
  return round(plots.reduce((sum, { areaM2 }) => sum + areaM2, 0) / HECTARE_M2, 2);
}

function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
