import type { DemoLayer } from '../../demo-layer.ts';
import type { Ground, GroundBlock, GroundCommune } from '../../ground/ground.ts';
import { mergeBlocks } from '../../ground/merge-blocks.ts';
import { closeRing, distance, ringArea, ringCentroid } from '../../ground/ring.ts';
import { createRandom } from '../../random.ts';
import { polygonArea } from '../../shapes/polygon.ts';
import { type Prescription, polygon, toFeatures } from './prescription.ts';

/**
 * Surfaces of the zoning plan where more than the zone's rule holds: protected woods, flooding watercourses, reserved sites,
 * heritage, social mix, development principles (OAP) and ecological continuity. Each is made of whole blocks.
 */
export function buildPrescriptionSurf(ground: Ground): DemoLayer {
  const all = ground.communes.flatMap((commune) => {
    const blocks = ground.blocks.filter((block) => block.commune === commune.code);
    return [
      ...AREAS.flatMap((rule) => layAreas(rule, commune, blocks)),
      ...reservedSites(commune, blocks),
    ];
  });
  return { id: 'prescription_surf', features: toFeatures('S', all) };
}

const HECTARE_M2 = 10_000;

/** A prescription that merges the neighbouring blocks that it is for. */
interface AreaRule {
  code: string;
  label: string;
  text: string;
  pairs?: [string, string][];
  smallestHa: number;
  /** Larger ones are no site of their own; absent: any. */
  largestHa?: number;
  isFor: (block: GroundBlock, commune: GroundCommune) => boolean;
}

const SOCIAL_MIX_FROM = 3500;
const isOpen = ({ cover }: GroundBlock) => cover === 'prairie' || cover === 'bois';
const isByRiver = ({ edges }: GroundBlock) => edges.includes('river');

const AREAS: AreaRule[] = [
  {
    code: '01-01',
    label: 'Espace boisé classé à protéger ou conserver',
    text: 'EBC',
    smallestHa: 0.4,
    isFor: ({ cover }) => cover === 'bois',
  },
  {
    code: '02-01',
    label: 'Champ d’expansion de crue : interdiction de construire',
    text: 'Inond. 1',
    pairs: [
      ['RISQUE', 'Zone inondable'],
      ['ALEA', 'Aléa fort'],
    ],
    smallestHa: 0.5,
    isFor: (block) =>
      isByRiver(block) && (block.zone === 'A' || block.zone === 'N') && isOpen(block),
  },
  {
    code: '02-02',
    label: 'Abords de cours d’eau bâtis : conditions spéciales de constructibilité',
    text: 'Inond. 2',
    pairs: [
      ['RISQUE', 'Zone inondable'],
      ['ALEA', 'Aléa moyen'],
    ],
    smallestHa: 0.1,
    isFor: (block) => isByRiver(block) && block.cover === 'bâti',
  },
  {
    code: '07-01',
    label: 'Cité minière d’intérêt patrimonial',
    text: 'Cité',
    smallestHa: 6,
    largestHa: 45,
    isFor: ({ fabric }) => fabric === 'cité',
  },
  {
    code: '07-04',
    label: 'Prairie et mares à préserver pour motif écologique',
    text: 'Prairie',
    smallestHa: 2,
    isFor: (block) =>
      block.cover === 'prairie' && block.zone === 'N' && block.edges.includes('ditch'),
  },
  {
    code: '17-00',
    label: 'Secteur de mixité sociale : 25 % de logements locatifs sociaux',
    text: 'MS 25 %',
    smallestHa: 0.5,
    isFor: ({ zone }, { population }) => zone === '1AU' && population >= SOCIAL_MIX_FROM,
  },
  {
    code: '18-06',
    label: 'OAP habitat du secteur à urbaniser',
    text: 'OAP',
    smallestHa: 0.2,
    isFor: ({ zone }) => zone === '1AU',
  },
  {
    code: '25-00',
    label: 'Continuité écologique de la trame verte et bleue',
    text: 'TVB',
    smallestHa: 1.5,
    isFor: (block) => isOpen(block) && block.zone === 'N' && isByRiver(block),
  },
];

function layAreas(rule: AreaRule, commune: GroundCommune, blocks: GroundBlock[]): Prescription[] {
  const meant = blocks.filter((block) => rule.isFor(block, commune));
  return mergeBlocks(meant, () => '')
    .filter(({ shape }) => {
      const hectares = polygonArea(shape) / HECTARE_M2;
      return hectares >= rule.smallestHa && hectares <= (rule.largestHa ?? Infinity);
    })
    .map(({ shape }) => ({ ...rule, geometry: polygon(shape), commune }));
}

/** What sites are reserved for, and for whom: [code, label, beneficiary]. */
const RESERVED = [
  ['05-01', 'Élargissement de voie et stationnement', 'Commune'],
  ['05-02', 'Ouvrage de gestion des eaux pluviales', 'Communauté d’agglomération'],
  ['05-03', 'Équipement d’intérêt général', 'Commune'],
  ['05-04', 'Espace vert et continuité écologique', 'Communauté d’agglomération'],
  ['05-03', 'Extension du cimetière', 'Commune'],
] as const;
const SITE_M2 = [1200, 14_000] as const;
const INHABITANTS_BY_SITE = 2500;

/** Small open blocks at the edge of the town, nearest first. */
function reservedSites(commune: GroundCommune, blocks: GroundBlock[]): Prescription[] {
  const random = createRandom(`reserved ${commune.code}`);
  const away = ({ ring }: GroundBlock) => distance(ringCentroid(ring), commune.centre);
  const sites = blocks
    .filter(({ cover, ring }) => {
      const area = ringArea(ring);
      return cover !== 'bâti' && cover !== 'eau' && area >= SITE_M2[0] && area <= SITE_M2[1];
    })
    .sort((a, b) => away(a) - away(b))
    .slice(0, 1 + Math.ceil(commune.population / INHABITANTS_BY_SITE));
  return sites.map((site, i) => {
    const [code, label, beneficiary] = RESERVED[random.integer(0, RESERVED.length - 1)]!;
    return {
      geometry: polygon([closeRing(site.ring)]),
      commune,
      code,
      label: `${label} (ER ${i + 1})`,
      text: `ER ${i + 1}`,
      nature: label,
      pairs: [
        ['BENEFICIAIRE', beneficiary],
        ['SURFACE', String(Math.round(ringArea(site.ring)))],
      ],
    };
  });
}
