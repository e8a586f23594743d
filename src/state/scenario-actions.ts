import type { ErrorData } from '../domain/errors.ts';
import {
  DEFAULT_HALF_WIDTH,
  type Impact,
  NO_COSTS,
  type Scenario,
  type UnitCosts,
  type Variant,
} from '../domain/impact.ts';
import type { Progress } from '../domain/progress.ts';
import { scenarioToLink } from '../domain/scenario-file.ts';
import type { Shape } from '../domain/shape.ts';
import type { AppState } from './app-state.ts';
import { addShape } from './drawing-actions.ts';

/** A variant as it is being compared: its footprint is the drawn shape of its name. */
export type ComparedVariant = Omit<Variant, 'shapes'>;

/** What is compared. */
export interface ComparedScenario {
  name: string;
  variants: ComparedVariant[];
  costs: UnitCosts;
}

/** What became of the measure of a variant; of this shape at this half-width. */
export type ImpactStatus = { shape: Shape; halfWidth: number } & (
  | { kind: 'measuring'; progress: Progress | null }
  | { kind: 'ready'; impact: Impact }
  | { kind: 'failed'; error: ErrorData }
);

/** Nothing compared yet. */
export const NO_SCENARIO: ComparedScenario = { name: '', variants: [], costs: NO_COSTS };

/** The state with a drawn shape as one more variant; the same state when it is one already. */
export function addVariant(state: AppState, name: string): AppState {
  const { scenario, drawn } = state;
  const isThere = drawn.some((shape) => shape.name === name);
  if (!isThere || scenario.variants.some((variant) => variant.name === name)) return state;
  const variant = { name, halfWidth: DEFAULT_HALF_WIDTH, holding: 'purchase' } as const;
  return { ...state, scenario: { ...scenario, variants: [...scenario.variants, variant] } };
}

/** The state with a variant changed: its half-width (m), how its land is come by. */
export function changeVariant(
  state: AppState,
  name: string,
  change: Partial<Pick<Variant, 'halfWidth' | 'holding'>>,
): AppState {
  const variants = state.scenario.variants.map((variant) =>
    variant.name === name ? { ...variant, ...change } : variant,
  );
  return { ...state, scenario: { ...state.scenario, variants } };
}

/** The state without a variant; its shape stays drawn. */
export function removeVariant(state: AppState, name: string): AppState {
  const variants = state.scenario.variants.filter((variant) => variant.name !== name);
  return { ...state, scenario: { ...state.scenario, variants } };
}

/** The state with unit costs changed, in euros a square metre. */
export function setCosts(state: AppState, costs: Partial<UnitCosts>): AppState {
  const { scenario } = state;
  return { ...state, scenario: { ...scenario, costs: { ...scenario.costs, ...costs } } };
}

/** The state with what became of the measure of a variant. */
export const setImpact = (state: AppState, name: string, status: ImpactStatus): AppState => ({
  ...state,
  impacts: { ...state.impacts, [name]: status },
});

/** The variants whose shapes are there, whole. */
export function variantsOf({ scenario, drawn }: Pick<AppState, 'scenario' | 'drawn'>): Variant[] {
  return scenario.variants.flatMap((variant) => {
    const shape = drawn.find(({ name }) => name === variant.name);
    return shape ? [{ ...variant, shapes: [shape] }] : [];
  });
}

/** What a variant touches; null while it is not measured as it now stands. */
export function impactOf(
  { impacts }: Pick<AppState, 'impacts'>,
  { name, shapes, halfWidth }: Variant,
) {
  const status = impacts[name];
  const isOwn = status?.shape === shapes[0] && status?.halfWidth === halfWidth;
  return isOwn && status ? status : null;
}

/** The state with a scenario in the place of the one that is compared; its shapes are drawn besides those that are there. */
export function openScenario(state: AppState, { name, variants, costs }: Scenario): AppState {
  let next = { ...state, scenario: { ...NO_SCENARIO, name, costs } };
  for (const variant of variants) {
    const [shape] = variant.shapes;
    if (!shape) continue;
    const same = next.drawn.find(
      (own) => own.name === variant.name && JSON.stringify(own) === JSON.stringify(shape),
    );
    if (!same) next = addShape(next, { ...shape, name: variant.name });
    const own = same?.name ?? next.drawn.at(-1)?.name ?? '';
    next = changeVariant(addVariant(next, own), own, variant);
  }
  return next;
}

/** The state with the scenario of a link; the same state when it is the one that is compared, or the link has none. */
export function followScenario(state: AppState, linked: Scenario | null): AppState {
  if (!linked) return state;
  const current = scenarioToLink({ ...state.scenario, variants: variantsOf(state) });
  return scenarioToLink(linked) === current ? state : openScenario(state, linked);
}
