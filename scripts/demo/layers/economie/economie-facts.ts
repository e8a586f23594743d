import { readFileSync } from 'node:fs';
import type { SourceRef } from '../../facts.ts';

/** Projects of one state in one activity zone. */
export interface Settlement {
  /** Name of the zone as in `economic-sites.json`; null outside the named zones. */
  site: string | null;
  /** INSEE code. */
  commune: string;
  state: 'à l’étude' | 'permis accordé' | 'terrain acquis' | 'en travaux' | 'implanté';
  count: number;
  label: string;
  /** Floor area that the document gives, m². */
  areaM2?: number;
  source: SourceRef;
}

/** A business incubator that the documents name. */
export interface Incubator {
  name: string;
  commune: string;
  /** Name of the activity zone it stands in, null elsewhere. */
  site: string | null;
  source: SourceRef;
}

/** What the documents say of the economy, but for the zones themselves. */
export interface EconomyFacts {
  settlements: Settlement[];
  newPlots: { site: string; count: number; source: SourceRef };
  incubators: Incubator[];
  helpedShops: { commune: string; scheme: string; source: SourceRef }[];
  /** Rate of the tax on commercial wasteland by its year, % of the rental value. */
  wastelandTax: { year: number; percent: number; source: SourceRef }[];
}

/** The facts of `data/facts/economy.json`. */
export function readEconomy(): EconomyFacts {
  known ??= JSON.parse(readFileSync(FILE, 'utf8')) as EconomyFacts;
  return known;
}

const FILE = new URL('../../../../data/facts/economy.json', import.meta.url);
let known: EconomyFacts | undefined;
