import type { GroundCommune } from '../ground/ground.ts';

/**
 * Shares `count` places among communes by population (Sainte-Laguë: the next place goes to the commune with the most
 * inhabitants for each place and a half), `held` being the places that some have already. Codes, largest claim first.
 */
export function sharePlaces(
  communes: GroundCommune[],
  count: number,
  held: Map<string, number>,
): string[] {
  const places = new Map(held);
  const given: string[] = [];
  const claim = ({ code, population }: GroundCommune) =>
    population / (2 * (places.get(code) ?? 0) + 1);
  while (given.length < count && communes.length > 0) {
    const next = communes.reduce((best, commune) =>
      claim(commune) > claim(best) ? commune : best,
    );
    places.set(next.code, (places.get(next.code) ?? 0) + 1);
    given.push(next.code);
  }
  return given;
}
