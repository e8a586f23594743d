import type { Position } from 'geojson';
import { type DemoLayer, oncePerGround } from '../../demo-layer.ts';
import { describeSource } from '../../facts.ts';
import type { Ground, GroundCommune } from '../../ground/ground.ts';
import { publishedFigure } from '../../published-figures.ts';
import { apportion } from '../../shapes/apportion.ts';
import { findCommune } from '../../shapes/commune.ts';
import type { Shape } from '../../shapes/overlay.ts';
import { naturalLand } from './natural-land.ts';
import { type NaturalSite, readNatureFacts } from './nature-facts.ts';

/** Natural sites: those that the Agglomeration manages add up to the published areas, 220 ha of them under the wardens. */
export function buildEspacesNaturels(ground: Ground): DemoLayer {
  const features = naturalSites(ground).map(({ site, commune, shape, hectares }, i) => ({
    geometry: { type: 'MultiPolygon' as const, coordinates: shape },
    properties: {
      id: `ENA-${String(i + 1).padStart(2, '0')}`,
      nom: nameOf(site, commune),
      comm_insee: commune.code,
      comm_nom: commune.name,
      type: site.type,
      gestion: site.management,
      surface_ha: hectares,
      commune_deduite: site.commune === null,
      source: site.source ? describeSource(site.source) : null,
    },
  }));
  return { id: 'espaces_naturels', features };
}

/** A natural site where it is laid, CC50 metres. */
export interface PlacedSite {
  site: NaturalSite;
  commune: GroundCommune;
  shape: Shape;
  at: Position;
  hectares: number;
}

/** The natural sites where they are laid. */
export const naturalSites = oncePerGround((ground: Ground): PlacedSite[] => {
  const { sites, simulated } = readNatureFacts();
  const all = [...sites, ...simulated];
  const areas = areasOf(all);
  const taken: Position[] = [];
  return all.map((site, i) => {
    const commune = findCommune(ground, site.commune ?? site.placed!);
    const { shape, at } = naturalLand(ground, commune, site.type, areas[i]! * HECTARE_M2, taken);
    taken.push(at);
    return { site, commune, shape, at, hectares: areas[i]! };
  });
});

const HECTARE_M2 = 10_000;
/** Areas are shared out in parts of a hectare. */
const PARTS = 100;

/** Hectares of each site: given, or shared out so that the wardens' sites and all managed ones sum as published. */
function areasOf(sites: NaturalSite[]): number[] {
  const wardens = publishedFigure('ind-146');
  const totals = new Map([
    ['écogardes', wardens],
    ['Agglomération', publishedFigure('ind-143') - wardens],
  ]);
  const shares = new Map(
    [...totals].map(([management, total]) => {
      const own = sites.map((site) => (site.management === management ? site : null));
      const given = own.reduce((sum, site) => sum + (site?.areaHa ?? 0), 0);
      const weights = own.map((site) => site?.weight ?? 0);
      return [management, apportion((total - given) * PARTS, weights)];
    }),
  );
  return sites.map((site, i) => {
    const share = shares.get(site.management)?.[i];
    return site.areaHa ?? site.hectares ?? share! / PARTS;
  });
}

const TYPE_NAMES: Record<string, string> = {
  'friche minière': 'Terril et boisements',
  boisement: 'Bois',
  'zone humide': 'Marais',
  prairie: 'Prairies',
};

function nameOf(site: NaturalSite, commune: GroundCommune): string {
  if (site.name) return site.name;
  const of = /^[AEÉIOU]/.test(commune.name) ? 'd’' : 'de ';
  return `${TYPE_NAMES[site.type]} ${of}${commune.name} (site simulé)`;
}
