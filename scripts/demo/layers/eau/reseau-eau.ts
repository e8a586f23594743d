import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import type { Ground } from '../../ground/ground.ts';
import { lineLength } from '../../ground/ring.ts';
import { createRandom, type Random } from '../../random.ts';
import { apportion } from '../../shapes/apportion.ts';
import { type WorkedPipe, workedPipes } from './pipe-works.ts';
import type { PipeKind } from './pipes.ts';

/**
 * The pipes of drinking, waste and rain water along the simulated streets; kinds, management, works of 2024 and sums of
 * lengths (planar, CC50) as published, the rest simulated. Lengths in whole metres add up to the published kilometres.
 */
export function buildReseauEau(ground: Ground): DemoLayer {
  const pipes = workedPipes(ground);
  const metres = wholeMetres(pipes);
  const features = pipes.map((pipe, i): DemoFeature => {
    const { street, kind, management, line, work } = pipe;
    const random = createRandom(`pipe ${i}`);
    const laid = work?.kind === 'renouvelé' ? 2024 : yearLaid(kind, street.rank, random);
    const material = materialOf(kind, laid, random);
    return {
      geometry: { type: 'LineString', coordinates: line },
      properties: {
        id: `${PREFIXES[kind]}${String(i + 1).padStart(5, '0')}`,
        type: kind,
        comm_insee: street.commune.code,
        comm_nom: street.commune.name,
        rue: street.name,
        gestion: management,
        classe: classOf(street.commune.code, kind, laid, random),
        annee_pose: laid,
        materiau: material,
        diametre_mm: diameterOf(kind, street.rank, random),
        fuites: kind === 'eau potable' ? leaksOf(laid, material, metres[i]!, random) : null,
        longueur_m: metres[i]!,
        travaux: work?.kind ?? null,
        travaux_annee: work?.year ?? null,
      },
    };
  });
  return { id: 'reseau_eau', features };
}

const PREFIXES: Record<PipeKind, string> = {
  'eau potable': 'AEP',
  'eaux usées': 'EU',
  unitaire: 'UN',
  'eaux pluviales': 'EP',
};

/** Lengths in whole metres, kind by kind and work by work, so that each sum is that of the lines. */
function wholeMetres(pipes: WorkedPipe[]): number[] {
  const metres = new Array<number>(pipes.length);
  const keyOf = ({ kind, management, work }: WorkedPipe) =>
    `${kind} ${kind === 'eau potable' ? management : ''} ${work?.kind}`;
  for (const key of new Set(pipes.map(keyOf))) {
    const members = pipes.flatMap((pipe, i) => (keyOf(pipe) === key ? [i] : []));
    const exact = members.map((i) => lineLength(pipes[i]!.line));
    const total = Math.round(exact.reduce((a, b) => a + b, 0));
    apportion(total, exact).forEach((value, i) => {
      metres[members[i]!] = value;
    });
  }
  return metres;
}

/** Old in the middle of towns, newer outwards; sewers came after water. */
function yearLaid(kind: PipeKind, rank: number, random: Random): number {
  const year =
    (kind === 'eau potable' ? 1944 : 1958) + 95 * Math.min(0.6, rank) + 16 * random.normal();
  return Math.round(Math.min(2021, Math.max(1898, year)));
}

function materialOf(kind: PipeKind, year: number, random: Random): string {
  if (kind === 'eau potable') {
    if (year < 1955) return 'fonte grise';
    if (year < 1972) return random.next() < 0.5 ? 'amiante-ciment' : 'fonte grise';
    if (year < 1996) return random.next() < 0.55 ? 'PVC' : 'fonte ductile';
    return random.next() < 0.5 ? 'PEHD' : 'fonte ductile';
  }
  if (year < 1960) return random.next() < 0.5 ? 'grès' : 'béton';
  if (year < 1980) return random.next() < 0.5 ? 'amiante-ciment' : 'béton';
  return 'PVC';
}

function diameterOf(kind: PipeKind, rank: number, random: Random): number {
  const sizes =
    kind === 'eau potable'
      ? [60, 80, 100, 125, 150, 200, 300]
      : [200, 250, 300, 400, 500, 600, 800];
  const place = random.next() ** (1 + 3 * rank);
  return sizes[Math.floor(place * sizes.length)]!;
}

/** Class of precision after the rules on works near networks; null where the pipe is not georeferenced. */
function classOf(code: string, kind: PipeKind, year: number, random: Random): string | null {
  const effort =
    createRandom(`survey ${code}`).between(0.25, 0.95) * (kind === 'eau potable' ? 1 : 0.8);
  if (random.next() > effort && year < 2010) return null;
  const draw = random.next();
  return year >= 2012 || draw < 0.5 ? 'A' : draw < 0.8 ? 'B' : 'C';
}

/** Leaks mended in five years: more on old, brittle and long pipes. */
function leaksOf(year: number, material: string, metres: number, random: Random): number {
  const brittle = material === 'fonte grise' || material === 'amiante-ciment' ? 2.4 : 0.7;
  const expected = ((2024 - year) / 60) ** 1.5 * brittle * (metres / 1000) * 0.9;
  return Math.floor(expected + random.next() * 0.999);
}
