/** Parcels that may be taken, by number: what each gives, what it costs, and which it shares a border with. */
export interface ParcelChoice {
  /** What each gives towards the need, above 0 (m², m³). */
  gives: readonly number[];
  /** What is to be as little as possible, each at least 0. */
  costs: readonly number[];
  neighbours: readonly (readonly number[])[];
}

/** Parcels that together give what is needed, each reached from the others by shared borders. */
export interface ChosenParcels {
  /** Ascending. */
  parcels: number[];
  gives: number;
  cost: number;
  /** Every other choice was ruled out; else a better one may exist, of a cost of at least `bound`. */
  isExact: boolean;
  /** What no choice can be below, adjacency or not. */
  bound: number;
}

/** Sets of parcels looked at before the search gives up being exact: about a second. */
const MOST_SETS = 100_000;

/**
 * The set of adjacent parcels that gives at least `need` for the least cost (of equal costs, the one that gives least). A greedy choice
 * from each parcel comes first; branch and bound then looks at every connected set that could cost less, and is exact when it
 * ends within `MOST_SETS` of them. Null when no adjacent parcels give enough.
 */
export function* chooseParcels(
  choice: ParcelChoice,
  need: number,
): Generator<number, ChosenParcels | null> {
  const order = byPrice(choice);
  const bound = leastCost(choice, order, need);
  let best: Candidate | null = null;
  for (let seed = 0; seed < choice.gives.length; seed++) {
    yield seed;
    best = better(best, greedy(choice, need, seed));
  }
  if (!best) return null;
  const search = { choice, order, need, best, sets: 0 };
  for (let seed = 0; seed < choice.gives.length && search.sets < MOST_SETS; seed++) {
    const excluded = new Set(Array.from({ length: seed }, (_, parcel) => parcel));
    yield* extend(search, [seed], excluded);
  }
  const parcels = [...search.best.parcels].sort((a, b) => a - b);
  const isExact = search.sets < MOST_SETS;
  return { parcels, gives: search.best.gives, cost: search.best.cost, isExact, bound };
}

interface Candidate {
  parcels: number[];
  gives: number;
  cost: number;
}

interface Search {
  choice: ParcelChoice;
  order: readonly number[];
  need: number;
  best: Candidate;
  sets: number;
}

/**
 * Every connected set that holds `parcels` and none of `excluded`, once each: the first neighbour is taken, then left out for
 * good. What cannot cost less than the best is not followed.
 */
function* extend(search: Search, parcels: number[], excluded: Set<number>): Generator<number> {
  search.sets++;
  if (search.sets >= MOST_SETS) return;
  if (search.sets % 2000 === 0) yield search.sets;
  const { choice, order, need } = search;
  const own = measure(choice, parcels);
  if (own.gives >= need) {
    search.best = better(search.best, own) ?? own;
    return;
  }
  const isTaken = (parcel: number) => excluded.has(parcel) || parcels.includes(parcel);
  const rest = leastCost(choice, order, need - own.gives, isTaken);
  if (own.cost + rest > search.best.cost) return;
  const left = new Set(excluded);
  for (const next of frontier(choice, parcels, excluded)) {
    yield* extend(search, [...parcels, next], left);
    left.add(next);
  }
}

function frontier({ neighbours }: ParcelChoice, parcels: number[], excluded: Set<number>) {
  const found = new Set(parcels.flatMap((parcel) => neighbours[parcel] ?? []));
  return [...found].filter((parcel) => !parcels.includes(parcel) && !excluded.has(parcel));
}

/** Adds the neighbour of the best cost for what it gives until there is enough, then drops what is not needed. */
function greedy(choice: ParcelChoice, need: number, seed: number): Candidate | null {
  const parcels = [seed];
  for (let own = measure(choice, parcels); own.gives < need; own = measure(choice, parcels)) {
    const missing = need - own.gives;
    const price = (parcel: number) =>
      (choice.costs[parcel] as number) / Math.min(choice.gives[parcel] as number, missing);
    const [next] = frontier(choice, parcels, new Set()).sort((a, b) => price(a) - price(b));
    if (next === undefined) return null;
    parcels.push(next);
  }
  return measure(choice, pruned(choice, need, parcels));
}

function pruned(choice: ParcelChoice, need: number, parcels: number[]): number[] {
  const spare = [...parcels]
    .sort((a, b) => (choice.costs[b] as number) - (choice.costs[a] as number))
    .find((parcel) => {
      const rest = parcels.filter((other) => other !== parcel);
      return measure(choice, rest).gives >= need && isConnected(choice, rest);
    });
  if (spare === undefined) return parcels;
  return pruned(
    choice,
    need,
    parcels.filter((other) => other !== spare),
  );
}

function isConnected({ neighbours }: ParcelChoice, parcels: number[]): boolean {
  const [first] = parcels;
  if (first === undefined) return false;
  const seen = new Set([first]);
  for (const parcel of seen) {
    for (const next of neighbours[parcel] ?? []) if (parcels.includes(next)) seen.add(next);
  }
  return seen.size === parcels.length;
}

function measure({ gives, costs }: ParcelChoice, parcels: number[]): Candidate {
  const sum = (values: readonly number[]) =>
    parcels.reduce((total, parcel) => total + (values[parcel] as number), 0);
  return { parcels, gives: sum(gives), cost: sum(costs) };
}

function better(one: Candidate | null, other: Candidate | null): Candidate | null {
  if (!one || !other) return one ?? other;
  if (one.cost !== other.cost) return one.cost < other.cost ? one : other;
  return one.gives <= other.gives ? one : other;
}

/** The least that `need` can cost when parcels may be cut and need not touch: the best value first, `order` being that. */
function leastCost(
  { gives, costs }: ParcelChoice,
  order: readonly number[],
  need: number,
  isTaken: (parcel: number) => boolean = () => false,
): number {
  let [missing, cost] = [need, 0];
  for (const parcel of order) {
    if (missing <= 0) break;
    if (isTaken(parcel)) continue;
    const give = gives[parcel] as number;
    const share = Math.min(1, missing / give);
    cost += (costs[parcel] as number) * share;
    missing -= give * share;
  }
  return missing > 0 ? Number.POSITIVE_INFINITY : cost;
}

/** Parcels by what they cost for what they give, the best first. */
function byPrice({ gives, costs }: ParcelChoice): number[] {
  const price = (parcel: number) => (costs[parcel] as number) / (gives[parcel] as number);
  return gives.map((_, parcel) => parcel).sort((a, b) => price(a) - price(b));
}
