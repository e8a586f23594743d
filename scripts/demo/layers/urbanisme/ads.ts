import type { DemoLayer } from '../../demo-layer.ts';
import type { Ground, GroundCommune } from '../../ground/ground.ts';
import { createRandom } from '../../random.ts';
import { apportion } from '../../shapes/apportion.ts';
import { livingAreaOf } from '../../shapes/living-areas.ts';
import { readPlanning } from './urbanisme-facts.ts';

/**
 * Requests for permits in 2024 by commune: the 75 communes that joined the service share the published numbers. Which
 * communes they are is simulated, as are the delays.
 */
export function buildAds(ground: Ground): DemoLayer {
  const { permits } = readPlanning();
  const members = memberCommunes(ground, permits.communes);
  const weights = ground.communes.map((commune) =>
    members.has(commune)
      ? (commune.population + 250) * createRandom(`permits ${commune.code}`).between(0.75, 1.3)
      : 0,
  );
  const files = apportion(permits.files, weights);
  const building = apportion(permits.buildingPermits, weights);
  const development = apportion(permits.developmentPermits, weights);
  const online = apportion(Math.round((permits.files * permits.onlinePercent) / 100), weights);
  const automated = automatedCommunes(members, permits.automated);
  const features = ground.communes.map((commune, i) => {
    const isMember = members.has(commune);
    const random = createRandom(`delay ${commune.code}`);
    return {
      geometry: { type: 'MultiPolygon' as const, coordinates: commune.shape },
      properties: {
        id: `ads-${commune.code}`,
        comm_insee: commune.code,
        comm_nom: commune.name,
        secteur: livingAreaOf(ground, commune.code).name,
        instruit_agglo: isMember,
        cua_automatise: automated.has(commune),
        dossiers: isMember ? files[i]! : null,
        pc: isMember ? building[i]! : null,
        pa: isMember ? development[i]! : null,
        en_ligne: isMember ? online[i]! : null,
        delai_jours: isMember ? random.integer(31, 74) : null,
      },
    };
  });
  return { id: 'ads', features };
}

/** All but the largest towns, which have a service of their own, and the smallest villages. */
function memberCommunes({ communes }: Ground, count: number): Set<GroundCommune> {
  const ranked = [...communes].sort((a, b) => b.population - a.population);
  return new Set(ranked.slice(OWN_SERVICE, OWN_SERVICE + count));
}

function automatedCommunes(members: Set<GroundCommune>, count: number): Set<GroundCommune> {
  const ranked = [...members]
    .map((commune) => ({ commune, rank: createRandom(`automated ${commune.code}`).next() }))
    .sort((a, b) => a.rank - b.rank);
  return new Set(ranked.slice(0, count).map(({ commune }) => commune));
}

const OWN_SERVICE = 4;
