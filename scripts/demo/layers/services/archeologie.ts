import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import { describeSource, readProjects } from '../../facts.ts';
import type { Ground, GroundBlock } from '../../ground/ground.ts';
import { closeRing, distance, ringArea, ringCentroid } from '../../ground/ring.ts';
import { shrinkPiece } from '../../ground/shrink-ring.ts';
import { publishedFigure } from '../../published-figures.ts';
import { createRandom } from '../../random.ts';
import { findCommune } from '../../shapes/commune.ts';

/** An operation of the archaeologists, before it is placed on a block of its commune. */
interface Operation {
  name: string;
  type: 'diagnostic' | 'fouille' | 'suivi';
  year: number;
  state: string;
  finds: string | null;
  commune: string;
  /** Id of the project that names it; null when it is simulated. */
  project: string | null;
  /** Whether a block may hold it. */
  on: (block: GroundBlock) => boolean;
}

const RUITZ = '62727';
const AUCHY = '62051';
const GOSNAY = '62377';
const BETHUNE = '62119';
const CHOCQUES = '62224';

const inTown = ({ cover }: GroundBlock) => cover === 'bâti';
const onEstate = ({ cover }: GroundBlock) => cover === 'activité' || cover === 'culture';
const onMeadow = ({ cover }: GroundBlock) => cover === 'prairie';
const toBeBuilt = ({ zone }: GroundBlock) => zone === '1AU';

const NAMED: Operation[] = [
  {
    name: 'Nécropole gallo-romaine de la ZEC de Gosnay',
    type: 'fouille',
    year: 2023,
    state: 'rapport en cours',
    finds: 'nécropole gallo-romaine',
    commune: GOSNAY,
    project: 'pat-fouille-gosnay',
    on: onMeadow,
  },
  {
    name: 'Enclos protohistoriques de la zone industrielle de Ruitz',
    type: 'fouille',
    year: 2023,
    state: 'rapport en cours',
    finds: 'enclos protohistoriques',
    commune: RUITZ,
    project: 'pat-fouille-ruitz',
    on: onEstate,
  },
  {
    name: 'Villa gallo-romaine et nécropole carolingienne de Ruitz',
    type: 'diagnostic',
    year: 2024,
    state: 'achevé',
    finds: 'villa gallo-romaine, nécropole carolingienne',
    commune: RUITZ,
    project: 'pat-fouille-ruitz',
    on: onEstate,
  },
  {
    name: 'Ancienne église et cimetière militaire d’Auchy-les-Mines',
    type: 'diagnostic',
    year: 2024,
    state: 'achevé',
    finds: 'église médiévale, cimetière paroissial, sanctuaire à répit, cimetière de 1915',
    commune: AUCHY,
    project: 'pat-diag-auchy',
    on: inTown,
  },
  {
    name: 'Collégiale Saint-Barthélemy, rue du Tir',
    type: 'diagnostic',
    year: 2022,
    state: 'achevé',
    finds: 'collégiale, cimetière',
    commune: BETHUNE,
    project: 'pat-collegiale',
    on: inTown,
  },
  {
    name: 'Reprise du centre-ville de Chocques',
    type: 'suivi',
    year: 2025,
    state: 'prévu',
    finds: null,
    commune: CHOCQUES,
    project: 'pat-chocques',
    on: inTown,
  },
];

/**
 * The archaeological operations: those that the documents name and, up to the diagnostics of 2024, simulated ones where
 * land is to be built. Each stands on a block that fits it, the nearest to the heart of its commune that is free.
 */
export function buildArcheologie(ground: Ground): DemoLayer {
  const taken = new Set<GroundBlock>();
  const operations = [...NAMED, ...simulate(ground)];
  const features = operations.flatMap((operation, index): DemoFeature[] => {
    const { centre, name } = findCommune(ground, operation.commune);
    const away = (block: GroundBlock) => distance(ringCentroid(block.ring), centre);
    const site = ground.blocks
      .filter((block) => block.commune === operation.commune && operation.on(block))
      .filter((block) => !taken.has(block) && ringArea(block.ring) > SMALLEST_M2)
      .sort((a, b) => away(a) - away(b))
      .find((block) => shrinkPiece(block) !== null);
    if (!site) return [];
    taken.add(site);
    const { ring } = shrinkPiece(site)!;
    return [
      {
        geometry: { type: 'Polygon', coordinates: [closeRing(ring)] },
        properties: {
          id: `ARC-${String(index + 1).padStart(2, '0')}`,
          nom: operation.name,
          comm_insee: operation.commune,
          comm_nom: name,
          type: operation.type,
          annee: operation.year,
          etat: operation.state,
          vestiges: operation.finds,
          surface_m2: Math.round(ringArea(ring)),
          source: sourceOf(operation.project),
        },
      },
    ];
  });
  return { id: 'archeologie', features };
}

const SMALLEST_M2 = 1500;

/** The diagnostics of 2024 that nobody names: in as many communes that have land to be built. */
function simulate({ blocks, communes }: Ground): Operation[] {
  const year = 2024;
  const isDone = ({ type, year: done }: Operation) => type === 'diagnostic' && done === year;
  const count = publishedFigure('ind-359') - NAMED.filter(isDone).length;
  const random = createRandom('archeologie');
  const growing = communes.filter(
    ({ code }) =>
      NAMED.every(({ commune }) => commune !== code) &&
      blocks.some(
        (block) =>
          block.commune === code &&
          toBeBuilt(block) &&
          ringArea(block.ring) > SMALLEST_M2 &&
          shrinkPiece(block) !== null,
      ),
  );
  return growing
    .map((commune) => ({ commune, rank: random.next() }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, count)
    .map(({ commune: { code, name } }) => ({
      name: `Diagnostic avant aménagement, ${name}`,
      type: 'diagnostic',
      year,
      state: 'achevé',
      finds: random.next() < 0.5 ? 'fossés et trous de poteau' : null,
      commune: code,
      project: null,
      on: toBeBuilt,
    }));
}

function sourceOf(project: string | null): string | null {
  const named = readProjects().projects.find(({ id }) => id === project);
  return named ? describeSource(named.sources[0]!) : null;
}
