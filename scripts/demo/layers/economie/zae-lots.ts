import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import type { Ground } from '../../ground/ground.ts';
import { createRandom, type Random } from '../../random.ts';
import { type Plot, type PlotState, plotsOf } from './zone-plots.ts';

/**
 * The plots of the activity zones (CNIG sites économiques v2024-10, TERRAIN-ECO, `terr_surf_brute` in hectares), and what
 * a company asks first: state, area in m², networks at the limit of the plot.
 */
export function buildZaeLots(ground: Ground): DemoLayer {
  const counts = new Map<string, number>();
  const features = plotsOf(ground).map((plot): DemoFeature => {
    const { commune } = plot.zone;
    const number = (counts.get(commune.code) ?? 0) + 1;
    counts.set(commune.code, number);
    const id = `${commune.code}_TERRAIN-ECO_${String(number).padStart(5, '0')}`;
    return {
      geometry: { type: 'MultiPolygon', coordinates: plot.shape },
      properties: propertiesOf(id, plot, createRandom(`plot ${id}`)),
    };
  });
  return { id: 'zae_lots', features };
}

const HECTARE_M2 = 10_000;
const CHECKED = '2026-03-31';

/** Values of the lists of TERRAIN-ECO that a state stands for. */
const STANDARD: Record<PlotState, { occupation: string; works: string; sale: string }> = {
  libre: { occupation: 'inoccupé', works: 'viabilisé non aménagé', sale: 'en vente' },
  réservé: {
    occupation: 'inoccupé',
    works: 'viabilisé non aménagé',
    sale: 'réservé par option de réservation',
  },
  occupé: {
    occupation: 'occupé',
    works: 'viabilisé et aménagé',
    sale: 'vendu, commercialisation achevée',
  },
  vacant: {
    occupation: 'vacant',
    works: 'viabilisé et aménagé',
    sale: 'vendu, commercialisation achevée',
  },
  équipement: {
    occupation: 'occupé',
    works: 'viabilisé et aménagé',
    sale: 'non commercialisable',
  },
};

function propertiesOf(id: string, plot: Plot, random: Random): DemoFeature['properties'] {
  const { zone, state, areaM2, parcel, isNew } = plot;
  const { occupation, works, sale } = STANDARD[state];
  const isPublic = state === 'libre' || state === 'réservé' || state === 'équipement';
  return {
    terr_id: id,
    comm_insee: zone.commune.code,
    comm_nom: zone.commune.name,
    site_id: zone.id,
    site_nom: zone.name,
    statut: state,
    surface_m2: Math.round(areaM2),
    services: servicesOf(random),
    extension: isNew,
    terr_refcad: parcel,
    terr_surf_brute: Number((areaM2 / HECTARE_M2).toFixed(4)),
    terr_utile: state === 'équipement' ? 'non' : 'oui',
    terr_identif_date: isNew ? '2024-06-30' : '2023-08-31',
    terr_actu_date: CHECKED,
    terr_maitrise_fonc: isPublic ? 'EPCI, structure intercommunale' : ownerOf(random),
    terr_stade_amngt: works,
    terr_stade_comm: sale,
    terr_etat_occup: occupation,
    terr_usage: usageOf(state, random),
    terr_cle_en_main: state === 'libre' && random.next() < 0.3 ? 'oui' : 'non',
  };
}

function servicesOf(random: Random): string {
  const all: [string, number][] = [
    ['eau potable', 1],
    ['électricité', 1],
    ['assainissement', 0.9],
    ['fibre', 0.85],
    ['gaz', 0.6],
  ];
  return all
    .filter(([, share]) => random.next() < share)
    .map(([name]) => name)
    .join(', ');
}

function ownerOf(random: Random): string {
  return random.next() < 0.6
    ? 'établissement industriel et commercial'
    : 'investisseur professionnel';
}

function usageOf(state: PlotState, random: Random): string {
  if (state === 'équipement') return "bassin d'orage ou de rétention";
  if (state === 'libre' || state === 'réservé') return 'sans objet';
  return random.next() < 0.9 ? 'bâti productif' : 'dépôt, stockage';
}
