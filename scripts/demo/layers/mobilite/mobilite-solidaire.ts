import type { DemoLayer } from '../../demo-layer.ts';
import type { Ground } from '../../ground/ground.ts';
import { distance } from '../../ground/ring.ts';
import { publishedFigure } from '../../published-figures.ts';
import { apportion } from '../../shapes/apportion.ts';
import { busStops } from '../../shapes/bus-lines.ts';

/**
 * What helps people to move, by commune: households, vouchers and euros of the cycle purchase aid, which add up to the
 * published figures, and the communes that the volunteer transport aims at, as many as published. No commune has so few
 * households that one could be known.
 */
export function buildMobiliteSolidaire(ground: Ground): DemoLayer {
  const populations = ground.communes.map(({ population }) => population);
  const households = sharedFrom(FEWEST_HOUSEHOLDS, publishedFigure('ind-177'), populations);
  const vouchers = sharedFrom(FEWEST_VOUCHERS, publishedFigure('ind-178'), populations);
  const euros = apportion(publishedFigure('ind-179'), vouchers);
  const aimedAt = remotest(ground, publishedFigure('ind-200'));
  const features = ground.communes.map(({ code, name, population, shape }, i) => ({
    geometry: { type: 'MultiPolygon' as const, coordinates: shape },
    properties: {
      comm_insee: code,
      comm_nom: name,
      foyers_aides: households[i]!,
      bons_2024: vouchers[i]!,
      montant_2024_eur: euros[i]!,
      foyers_1000_hab: Number(((1000 * households[i]!) / population).toFixed(1)),
      transport_solidaire: aimedAt.has(code),
    },
  }));
  return { id: 'mobilite_solidaire', features };
}

const [FEWEST_HOUSEHOLDS, FEWEST_VOUCHERS] = [5, 3];

/** Shares of `total` by weight, none below `fewest`. */
function sharedFrom(fewest: number, total: number, weights: number[]): number[] {
  return apportion(total - fewest * weights.length, weights).map((count) => count + fewest);
}

/** INSEE codes of the communes whose town is farthest from a bus stop. */
function remotest(ground: Ground, count: number): Set<string> {
  const stops = busStops(ground);
  const rated = ground.communes.map(({ code, centre }) => ({
    code,
    away: Math.min(...stops.map(({ point }) => distance(point, centre))),
  }));
  rated.sort((a, b) => b.away - a.away);
  return new Set(rated.slice(0, count).map(({ code }) => code));
}
