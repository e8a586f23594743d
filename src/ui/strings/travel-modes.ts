import type { TravelMode } from '../../domain/network.ts';

/** Ways of travelling, as they follow a time: `à moins de 15 minutes à pied`. */
export const travelModes: Record<TravelMode, string> = {
  foot: 'à pied',
  bike: 'à vélo',
  car: 'en voiture',
};
