import type { Position } from 'geojson';
import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import { describeSource, readProjects } from '../../facts.ts';
import type { Ground } from '../../ground/ground.ts';
import { publishedFigure } from '../../published-figures.ts';
import { createRandom, type Random } from '../../random.ts';
import { apportion } from '../../shapes/apportion.ts';
import { findCommune } from '../../shapes/commune.ts';
import { nearestStreet } from '../../shapes/nearest-street.ts';
import { streetPlaces } from '../../shapes/places.ts';

type Programme = 'Action Cœur de Ville' | 'Petites Villes de Demain';

interface Action {
  programme: Programme;
  /** Null when it is simulated. */
  name: string | null;
  commune: string;
  source: string | null;
}

/** INSEE codes of the towns of each programme, and how many of its actions each has beyond the named ones. */
const TOWNS: Record<Programme, [code: string, weight: number][]> = {
  'Action Cœur de Ville': [
    ['62119', 25],
    ['62178', 22],
  ],
  'Petites Villes de Demain': [
    ['62048', 10],
    ['62194', 8],
    ['62516', 11],
  ],
};

/** Lines of the activity report 2024 that list the named actions of each programme. */
const NAMED_LINES: Record<Programme, [first: number, last: number]> = {
  'Action Cœur de Ville': [768, 785],
  'Petites Villes de Demain': [791, 812],
};

const SUBJECTS = [
  'Rénovation d’un immeuble vacant',
  'Réaménagement de la chaussée et des trottoirs',
  'Reprise d’un local commercial',
  'Plantations et désimperméabilisation',
  'Mise aux normes d’un équipement public',
  'Ravalement de façades',
  'Stationnement et signalétique',
];
/** The street that the title of an action names. */
const STREET = /(?:[Rr]ue|[Pp]laces?|[Bb]oulevard) \p{Lu}[^:–]*?(?=,? parvis|\s*[:–]|$)/u;
const STAGES = ['étude', 'programmée', 'travaux', 'achevée'];

/**
 * The actions of the two programmes for town centres: those that the documents name and, up to the published counts,
 * simulated ones on the streets about the centre. Costs are those of the actions open to subsidy, which add up to the
 * published amount; others have none.
 */
export function buildActionsCentres(ground: Ground): DemoLayer {
  const actions = [
    ...listActions('Action Cœur de Ville', publishedFigure('ind-048')),
    ...listActions('Petites Villes de Demain', publishedFigure('ind-045')),
  ];
  const random = createRandom('actions centres');
  const places = layOut(ground, actions);
  const costs = shareCosts(actions, random);
  const ours = new Set(pickOurs(actions));
  const features = actions.map((action, index): DemoFeature => {
    const place = places[index]!;
    const street = action.name?.match(STREET)?.[0].trim() ?? nearestStreet(ground, place);
    return {
      geometry: { type: 'Point', coordinates: place },
      properties: {
        id: `${action.programme === 'Action Cœur de Ville' ? 'ACV' : 'PVD'}-${String(index + 1).padStart(2, '0')}`,
        programme: action.programme,
        nom: action.name ?? SUBJECTS[random.integer(0, SUBJECTS.length - 1)]!,
        comm_insee: action.commune,
        comm_nom: findCommune(ground, action.commune).name,
        rue: street,
        etape: action.name?.startsWith('Étude') ? 'étude' : STAGES[random.integer(0, 3)]!,
        maitrise_ouvrage: ours.has(index) ? 'Agglomération' : 'commune',
        subventionnable: costs.has(index),
        cout_eur: costs.get(index) ?? null,
        source: action.source,
      },
    };
  });
  return { id: 'actions_centres', features };
}

/** A place for each action, on the streets about the centre of its town. */
function layOut(ground: Ground, actions: Action[]): Position[] {
  const free = new Map<string, Position[]>();
  for (const code of new Set(actions.map(({ commune }) => commune))) {
    const count = actions.filter(({ commune }) => commune === code).length;
    const options = { central: 0.9, spacingM: 90, asideM: 5 };
    free.set(code, streetPlaces(ground, findCommune(ground, code), count, 'centre', options));
  }
  return actions.map(({ commune }) => free.get(commune)!.shift()!);
}

function listActions(programme: Programme, total: number): Action[] {
  const [first, last] = NAMED_LINES[programme];
  const named = readProjects().projects.flatMap(({ title, communes, sources }): Action[] => {
    const source = sources.find((ref) => {
      const line = Number(ref.match(/^000:(\d+)/)?.[1]);
      return line >= first && line <= last;
    });
    const commune = Object.keys(communes).find((code) =>
      TOWNS[programme].some(([town]) => town === code),
    );
    return source && commune
      ? [{ programme, name: title, commune, source: describeSource(source) }]
      : [];
  });
  const counts = apportion(
    total - named.length,
    TOWNS[programme].map(([, weight]) => weight),
  );
  const others = TOWNS[programme].flatMap(([commune], i) =>
    Array.from({ length: counts[i]! }, () => ({ programme, name: null, commune, source: null })),
  );
  return [...named, ...others];
}

/** Index of an action open to subsidy → its cost in euros. */
function shareCosts(actions: Action[], random: Random): Map<number, number> {
  const open = actions
    .flatMap(({ programme }, index) => (programme === 'Petites Villes de Demain' ? [index] : []))
    .filter((_, rank) => rank % 2 === 0)
    .slice(0, publishedFigure('ind-046'));
  const costs = apportion(
    publishedFigure('ind-047'),
    open.map(() => Math.exp(0.8 * random.normal())),
  );
  return new Map(open.map((index, i) => [index, costs[i]!]));
}

/** Indices of the actions of Action Cœur de Ville that the intercommunality carries out itself. */
function pickOurs(actions: Action[]): number[] {
  return actions
    .flatMap(({ programme }, index) => (programme === 'Action Cœur de Ville' ? [index] : []))
    .filter((_, rank) => rank % 5 === 0)
    .slice(0, publishedFigure('ind-049'));
}
