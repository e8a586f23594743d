import type { Catalogue } from './catalogue.ts';
import { AppError } from './errors.ts';
import type { Layer } from './layer.ts';

/** The ways of travelling over a network. */
export const TRAVEL_MODES = ['foot', 'bike', 'car'] as const;

/** One of `TRAVEL_MODES`. */
export type TravelMode = (typeof TRAVEL_MODES)[number];

/**
 * What makes a layer of lines a network to travel over, both ways along each line. Lines meet where they have a vertex in
 * common, to the last digit, be it an end or not; those that cross without one, as under a bridge, do not.
 */
export interface NetworkMeta {
  /** Field whose value tells how fast each line is. */
  field: string;
  /** For each mode, the speed in km/h by value of the field; a value without one, or with 0, is closed to the mode. */
  speeds: Record<TravelMode, Record<string, number>>;
}

/** Speed, in km/h, between a feature and the network, in a straight line and on foot whatever the mode. */
export const WALKING_KMH = 4.5;

/** A layer to travel over. */
export type NetworkLayer = Layer & { network: NetworkMeta };

/**
 * The network of a catalogue: its first layer that is one.
 * @throws {AppError} `network-missing`, with the `path` in the question of what asks for it, when there is none.
 */
export function findNetwork({ layers }: Catalogue, path?: string): NetworkLayer {
  const network = layers.find(isNetwork);
  if (network) return network;
  throw new AppError('network-missing', 'no layer of the catalogue is a network', {
    path: path ?? null,
  });
}

/** Whether a layer can be travelled over. */
export function isNetwork(layer: Layer): layer is NetworkLayer {
  return layer.network !== undefined;
}
