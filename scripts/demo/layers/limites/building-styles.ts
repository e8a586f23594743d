import type { BlockFabric } from '../../ground/ground.ts';
import type { Stance } from './footprint.ts';

/** How the buildings of a fabric stand, and what they are like. */
export interface BuildingStyle extends Stance {
  /** Construction years, first and last. */
  years: [first: number, last: number];
  /** Height to the eaves, metres, least and most. */
  heightM: [least: number, most: number];
}

/** How houses stand, and what they hold. */
export interface HouseStyle extends BuildingStyle {
  /** Two neighbouring lots carry one building, as the semi-detached houses of the mining estates. */
  paired: boolean;
  /** Share of a commune's dwellings beyond the first of each house, in comparison with other fabrics. */
  flats: number;
}

/** The houses of each built fabric but that of equipment. */
export const HOUSES: Record<Exclude<BlockFabric, 'équipement'>, HouseStyle> = {
  centre: {
    setbackM: 0.3,
    marginM: 0.15,
    depthM: 11,
    widestM: 26,
    paired: false,
    flats: 3,
    years: [1870, 1965],
    heightM: [7, 13],
  },
  cité: {
    setbackM: 4.5,
    marginM: 2.2,
    depthM: 8.5,
    widestM: 17,
    paired: true,
    flats: 0.3,
    years: [1895, 1932],
    heightM: [5, 6.5],
  },
  faubourg: {
    setbackM: 1.2,
    marginM: 0.15,
    depthM: 10,
    widestM: 18,
    paired: false,
    flats: 1,
    years: [1890, 1955],
    heightM: [5.5, 9],
  },
  pavillons: {
    setbackM: 6.5,
    marginM: 3,
    depthM: 10,
    widestM: 14,
    paired: false,
    flats: 0.15,
    years: [1958, 2021],
    heightM: [3, 6],
  },
  village: {
    setbackM: 4,
    marginM: 2.5,
    depthM: 9,
    widestM: 18,
    paired: false,
    flats: 0.2,
    years: [1840, 2018],
    heightM: [3, 6.5],
  },
};

/** How the halls of activity and equipment stand on their lots: as deep as the lot lets them. */
export const HALL: BuildingStyle = {
  setbackM: 12,
  marginM: 9,
  depthM: 60,
  widestM: 110,
  years: [1955, 2021],
  heightM: [5, 12],
};
