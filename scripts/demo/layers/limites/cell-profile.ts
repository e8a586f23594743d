import { createNoise, createRandom, type Random } from '../../random.ts';
import { apportion } from '../../shapes/apportion.ts';
import type { Building } from './buildings.ts';

/**
 * What Filosofi says of a cell of `people` inhabitants, in the names of its 200 m grid: whole numbers that agree with each
 * other (ages add up to the people, ages of dwellings to the households). Simulated from the fabric of its houses and from
 * whether it is in a priority quarter, where people are poorer and younger.
 */
export function describeCell(id: string, people: number, houses: Building[], inQuarter: boolean) {
  const random = createRandom(`cell ${id}`);
  const mining = shareOf(houses, ({ fabric }) => fabric === 'cité');
  const rural = shareOf(houses, ({ fabric }) => fabric === 'village');
  const flats = shareOf(houses, (house) => house.fabric !== 'cité' && house.dwellings > 1);
  const hardship = Math.max(mining, inQuarter ? QUARTER_HARDSHIP : 0);
  const income = incomeOf(houses, hardship, rural, random);
  const households = Math.max(1, Math.round(people / random.between(2.1, 2.4)));
  const part = (share: number) => Math.min(households, Math.round(households * Math.max(0, share)));
  const inFlats = part(flats);
  return {
    ind: people,
    men: households,
    men_pauv: part(0.17 + (MEAN_INCOME_EUR - income) / 22_000),
    men_1ind: part(0.28 + 0.12 * flats + 0.03 * random.normal()),
    men_prop: part(0.72 - 0.42 * mining - 0.3 * flats + 0.04 * random.normal()),
    men_coll: inFlats,
    men_mais: households - inFlats,
    ind_snv: people * income,
    niveau_vie: income,
    ...dwellingAges(households, houses),
    log_soc: part(0.06 + 0.5 * mining + 0.12 * flats),
    ...ages(people, hardship, rural, random),
  };
}

/** How much poorer and younger than a mining estate a priority quarter is. */
const QUARTER_HARDSHIP = 1.25;

/** Mean standard of living of the territory, euros a year and person; plausible, not published. */
const MEAN_INCOME_EUR = 20_400;

const incomeNoise = createNoise('income', 2600);

function incomeOf(houses: Building[], hardship: number, rural: number, random: Random): number {
  const [x, y] = houses[0]!.centre as [number, number];
  const factor = 1.05 - 0.24 * hardship + 0.06 * rural + 0.09 * incomeNoise(x, y);
  return Math.round((MEAN_INCOME_EUR * (factor + 0.04 * random.normal())) / 10) * 10;
}

/** Share of the dwellings that are in such houses. */
function shareOf(houses: Building[], test: (house: Building) => boolean): number {
  const sum = (list: Building[]) => list.reduce((total, { dwellings }) => total + dwellings, 0);
  return sum(houses.filter(test)) / sum(houses);
}

function dwellingAges(households: number, houses: Building[]) {
  const between = (from: number, to: number) =>
    shareOf(houses, ({ year }) => year >= from && year < to);
  const shares = [between(0, 1945), between(1945, 1970), between(1970, 1990), between(1990, 9999)];
  const [log_av45, log_45_70, log_70_90, log_ap90] = apportion(households, shares) as Quad;
  return { log_av45, log_45_70, log_70_90, log_ap90 };
}

type Quad = [number, number, number, number];

/** Field → share of the people, and how much it grows with hardship and in the country. */
const AGES = {
  ind_0_3: [0.043, 0.3, -0.1],
  ind_4_5: [0.024, 0.3, -0.1],
  ind_6_10: [0.063, 0.25, 0],
  ind_11_17: [0.088, 0.25, 0.05],
  ind_18_24: [0.073, 0.2, -0.1],
  ind_25_39: [0.178, 0.1, -0.05],
  ind_40_54: [0.193, -0.05, 0.1],
  ind_55_64: [0.133, -0.1, 0.05],
  ind_65_79: [0.15, -0.2, 0],
  ind_80p: [0.055, -0.25, -0.05],
} as const;

type AgeField = keyof typeof AGES;

function ages(people: number, hardship: number, rural: number, random: Random) {
  const fields = Object.keys(AGES) as AgeField[];
  const weights = fields.map((field) => {
    const [share, inHardship, inRural] = AGES[field];
    return share * (1 + inHardship * hardship + inRural * rural) * Math.exp(0.12 * random.normal());
  });
  const counts = apportion(people, weights);
  const byField = Object.fromEntries(fields.map((field, i) => [field, counts[i]!]));
  const { ind_0_3, ind_4_5, ind_6_10, ind_11_17, ind_65_79, ind_80p } = byField as Record<
    AgeField,
    number
  >;
  return {
    ...byField,
    pop_0_17: ind_0_3 + ind_4_5 + ind_6_10 + ind_11_17,
    pop_65p: ind_65_79 + ind_80p,
  };
}
