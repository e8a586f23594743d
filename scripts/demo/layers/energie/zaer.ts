import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import type { Ground, GroundBlock, GroundCommune } from '../../ground/ground.ts';
import { mergeBlocks } from '../../ground/merge-blocks.ts';
import { closeRing, distance } from '../../ground/ring.ts';
import { ofPlace } from '../../of-place.ts';
import { publishedFigure } from '../../published-figures.ts';
import { createRandom, type Random } from '../../random.ts';
import { findCommune } from '../../shapes/commune.ts';
import { type Shape, union } from '../../shapes/overlay.ts';
import { polygonArea, ringCentre } from '../../shapes/polygon.ts';
import { blocksOf } from '../../shapes/sectors.ts';
import { naturalSites } from '../nature/espaces-naturels.ts';

/**
 * Zones where communes want renewable energy to come faster, simulated in as many communes as asked for help, made of
 * whole blocks. On purpose the file of `SPILLING` goes beyond its commune and that of `OVERLAPPING` lies on a natural site, so
 * that the check has something to find.
 */
export function buildZaer(ground: Ground): DemoLayer {
  const features = communesWithZones(ground).flatMap((commune) => {
    const random = createRandom(`zaer ${commune.code}`);
    const state = STATES[random.integer(0, STATES.length - 1)]!;
    const kinds = ALWAYS_ON_GROUND.has(commune.code) ? [KINDS[0]!, KINDS[1]!] : pickKinds(random);
    return kinds.map((kind, i): DemoFeature => {
      const shape = layZone(ground, commune, kind, random);
      const hectares = shape.reduce((sum, polygon) => sum + polygonArea(polygon), 0) / 10_000;
      const megawatts = Math.round(hectares * kind.megawattsPerHa * 10) / 10;
      return {
        geometry: { type: 'MultiPolygon', coordinates: shape },
        properties: {
          id: `ZAER-${commune.code}-${i + 1}`,
          nom: `${kind.label} ${ofPlace(commune.name)}`,
          comm_insee: commune.code,
          comm_nom: commune.name,
          filiere: kind.code,
          detail_filiere1: kind.detail,
          etat: state,
          surface_ha: Math.round(hectares * 100) / 100,
          puissance: megawatts,
          productible: Math.round(megawatts * kind.hours),
          valid_date:
            state === 'en concertation'
              ? null
              : `2024-${random.integer(10, 12)}-1${random.integer(0, 9)}`,
        },
      };
    });
  });
  return { id: 'zaer', features };
}

interface ZoneKind {
  code: string;
  detail: string | null;
  label: string;
  /** Covers of the blocks that such a zone takes, and how many blocks at most. */
  covers: string[];
  blocks: number;
  /** About how far from the town its middle lies, metres. */
  awayM: number;
  megawattsPerHa: number;
  /** Hours of full power in a year. */
  hours: number;
}

const SOLAR_PLANT = '62617';
const SPILLING = '62706';
const OVERLAPPING = '62391';
/** Communes whose file has a solar zone on the ground. */
const ALWAYS_ON_GROUND = new Set([SOLAR_PLANT, SPILLING, OVERLAPPING]);
const STATES = ['publiée', 'publiée', 'délibérée', 'en concertation'];
const KINDS: ZoneKind[] = [
  {
    code: 'SOLAIRE_PV',
    detail: 'SOL',
    label: 'Solaire au sol',
    covers: ['culture', 'prairie', 'activité'],
    blocks: 2,
    awayM: 1300,
    megawattsPerHa: 0.8,
    hours: 1020,
  },
  {
    code: 'SOLAIRE_PV',
    detail: 'TOIT',
    label: 'Solaire en toiture',
    covers: ['bâti', 'activité'],
    blocks: 24,
    awayM: 150,
    megawattsPerHa: 0.18,
    hours: 980,
  },
  {
    code: 'SOLAIRE_PV',
    detail: 'OMBRIERE',
    label: 'Ombrières',
    covers: ['activité', 'bâti'],
    blocks: 1,
    awayM: 500,
    megawattsPerHa: 0.9,
    hours: 980,
  },
  {
    code: 'EOLIEN',
    detail: null,
    label: 'Éolien',
    covers: ['culture'],
    blocks: 14,
    awayM: 2400,
    megawattsPerHa: 0.06,
    hours: 2300,
  },
  {
    code: 'BIOMETHANE',
    detail: 'INJECTION',
    label: 'Méthanisation',
    covers: ['culture'],
    blocks: 1,
    awayM: 1600,
    megawattsPerHa: 0.4,
    hours: 8000,
  },
  {
    code: 'GEOTHERMIE',
    detail: null,
    label: 'Géothermie',
    covers: ['bâti'],
    blocks: 8,
    awayM: 100,
    megawattsPerHa: 0.05,
    hours: 2000,
  },
];

/** The commune of the planned solar plant, the two whose files are faulty, then others drawn by lot. */
function communesWithZones(ground: Ground): GroundCommune[] {
  const random = createRandom('zaer communes');
  const fixed = [SOLAR_PLANT, SPILLING, OVERLAPPING].map((code) => findCommune(ground, code));
  const others = ground.communes
    .filter((commune) => !fixed.includes(commune))
    .map((commune) => ({ commune, draw: random.next() }))
    .sort((a, b) => a.draw - b.draw)
    .map(({ commune }) => commune);
  return [...fixed, ...others.slice(0, publishedFigure('ind-020') - fixed.length)];
}

function pickKinds(random: Random): ZoneKind[] {
  const second = KINDS[random.integer(2, KINDS.length - 1)]!;
  return random.next() < 0.55 ? [KINDS[0]!, KINDS[1]!, second] : [KINDS[1]!, second];
}

/** The block that suits best, and its nearest neighbours of the same covers. */
function layZone(ground: Ground, commune: GroundCommune, kind: ZoneKind, random: Random): Shape {
  const spills = commune.code === SPILLING && kind.detail === 'SOL';
  const own = candidates(blocksOf(ground).get(commune.code) ?? [], kind);
  const awayM = kind.awayM * random.between(0.8, 1.2);
  const site =
    kind.detail === 'SOL' && commune.code === OVERLAPPING
      ? naturalSites(ground).find((placed) => placed.commune === commune)
      : undefined;
  const misfit = ({ centre }: Candidate) =>
    site ? distance(centre, site.at) : Math.abs(distance(centre, commune.centre) - awayM);
  const first = own.reduce((best, candidate) =>
    misfit(candidate) < misfit(best) ? candidate : best,
  );
  own.sort((a, b) => distance(a.centre, first.centre) - distance(b.centre, first.centre));
  const chosen = own.slice(0, kind.blocks).map(({ block }) => block);
  const shape = mergeBlocks(chosen, () => '').map((merged) => merged.shape);
  if (!spills) return union([shape]);
  const beyond = candidates(
    ground.blocks.filter((block) => block.commune !== commune.code),
    kind,
  ).sort((a, b) => distance(a.centre, first.centre) - distance(b.centre, first.centre))[0]!;
  return union([shape, [[closeRing(beyond.block.ring)]]]);
}

interface Candidate {
  block: GroundBlock;
  centre: [number, number];
}

function candidates(blocks: GroundBlock[], { covers }: ZoneKind): Candidate[] {
  return blocks
    .filter(({ cover }) => covers.includes(cover))
    .map((block) => ({ block, centre: ringCentre(closeRing(block.ring)) as [number, number] }));
}
