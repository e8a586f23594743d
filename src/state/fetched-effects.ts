type Effect = (...request: never[]) => unknown;

/** The same effects, each of which ends in a promise. */
type Fetched<E, N extends keyof E> = {
  [K in N]: E[K] extends (...request: infer R) => infer T
    ? (...request: R) => Promise<Awaited<T>>
    : never;
};

/** Effects that one screen alone calls: `load` fetches them when one of `names` is first called, which then does what it does. */
export function fetchedEffects<E extends Record<N, Effect>, N extends keyof E & string>(
  load: () => Promise<E>,
  names: readonly N[],
): Fetched<E, N> {
  let loaded: Promise<E> | null = null;
  const entries = names.map((name) => [
    name,
    async (...request: never[]) => {
      loaded ??= load();
      return (await loaded)[name](...request);
    },
  ]);
  return Object.fromEntries(entries);
}
