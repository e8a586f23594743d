import type { Geometry } from 'geojson';
import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import { describeSource } from '../../facts.ts';
import type { Ground } from '../../ground/ground.ts';
import { createRandom } from '../../random.ts';
import { apportion } from '../../shapes/apportion.ts';
import { type NamedAction, readHousing, readNamedActions } from './habitat-facts.ts';
import { layOutQuarters, type Quarter } from './quarters.ts';

/**
 * The 129 actions kept in 2019: those that the report names, in a quarter of their commune, and six that it only counts;
 * amounts of State funds are simulated but add up to the published sum of each pillar.
 */
export function buildActionsQpv(ground: Ground): DemoLayer {
  const quarters = layOutQuarters(ground);
  const actions = allActions();
  const amounts = shareFunds(actions);
  const features = actions.map((action, i): DemoFeature => {
    const own = action.communes.map((code) => quarterOf(quarters, action, code, i));
    const names = own.map((quarter, at) => nameOf(quarter, action.communes[at]!));
    return {
      geometry: pointsOf(own, action.communes, i),
      properties: {
        id: `act-${String(i + 1).padStart(3, '0')}`,
        intitule: action.title,
        pilier: action.pillar,
        priorite: action.priority,
        qp: own.map(({ name }) => name).join(', ') || 'Tous les quartiers',
        comm_insee: action.communes.join(', ') || null,
        comm_nom: names.join(', ') || null,
        porteur: holderKind(action.holder),
        structure: action.holder,
        conseil_citoyen: action.holder.toLowerCase().startsWith('conseil citoyen'),
        montant_eur: amounts[i]!,
        annee: 2019,
        source: action.source ? describeSource(action.source) : 'Comptée, non nommée',
      },
    };
  });
  return { id: 'actions_qpv', features };
}

type Pillar = NamedAction['pillar'] | 'pilotage';
type Action = Omit<NamedAction, 'pillar' | 'source'> & { pillar: Pillar; source?: string };

/** The named actions, then the ones that are missing to the published number of each pillar. */
function allActions(): Action[] {
  const { actions: published } = readHousing();
  const named = readNamedActions();
  const missing = (pillar: NamedAction['pillar'], count: number) =>
    count - named.filter((action) => action.pillar === pillar).length;
  const unnamed = (pillar: Pillar, count: number, priority: string): Action[] =>
    Array.from({ length: count }, (_, i) => ({
      title: `Action non détaillée, ${pillar} (${i + 1})`,
      pillar,
      priority,
      holder: 'Non précisé',
      communes: [],
    }));
  return [
    ...named,
    ...unnamed('emploi', missing('emploi', published.employment), '1'),
    ...unnamed('cadre de vie', missing('cadre de vie', published.living), '5'),
    ...unnamed('pilotage', published.steering, '9'),
  ];
}

/** The programme of educational success has its published funds; the others share what is left of their pillar. */
function shareFunds(actions: Action[]): number[] {
  const { actions: published } = readHousing();
  const sums: Record<Pillar, number> = {
    cohésion: published.socialEur - published.educationEur,
    emploi: published.employmentEur,
    'cadre de vie': published.livingEur,
    pilotage: published.steeringEur,
  };
  const amounts = actions.map(() => published.educationEur);
  for (const pillar of Object.keys(sums) as Pillar[]) {
    const rows = actions.flatMap((action, i) => {
      return action.pillar === pillar && action.communes.length < 2 ? [i] : [];
    });
    const weights = rows.map((i) => createRandom(`action ${i}`).between(1, 4));
    apportion(sums[pillar], weights).forEach((amount, at) => {
      amounts[rows[at]!] = amount;
    });
  }
  return amounts;
}

/** The quarter of the commune that the action names, or one of the commune's. */
function quarterOf(quarters: Quarter[], action: Action, commune: string, i: number): Quarter {
  const own = quarters.filter(({ communes }) => communes.includes(commune));
  const text = fold(`${action.title} ${action.holder}`);
  const named = own.find(({ name }) => text.includes(fold(name.split(' – ')[0]!)));
  return named ?? own[i % own.length]!;
}

function fold(text: string): string {
  return text.toLowerCase().replaceAll('-', ' ');
}

function nameOf({ places }: Quarter, code: string): string {
  return places.find((place) => place.code === code)!.name;
}

/** A point in each quarter, on one of its blocks of the commune; none for an action of the whole agglomeration. */
function pointsOf(quarters: Quarter[], communes: string[], i: number): Geometry | null {
  if (quarters.length === 0) return null;
  const points = quarters.map(({ blocks }, at) => {
    const own = blocks.filter(({ block }) => block.commune === communes[at]);
    return own[createRandom(`action place ${i}`).integer(0, own.length - 1)]!.centre;
  });
  if (points.length > 1) return { type: 'MultiPoint', coordinates: points };
  return { type: 'Point', coordinates: points[0]! };
}

function holderKind(holder: string): string {
  if (holder.toLowerCase().startsWith('conseil citoyen')) return 'conseil citoyen';
  if (holder === 'Ville' || holder === 'CCAS') return 'commune';
  if (holder === 'CABBALR') return 'agglomération';
  return holder === 'Non précisé' ? 'non précisé' : 'association ou organisme';
}
