import type { Territory } from '../../domain/catalogue.ts';
import { isIsoDay } from '../../domain/iso-day.ts';
import type { LayerMeta } from '../../domain/layer.ts';
import type { Delivery } from './delivery.ts';
import type { OfficialTable, RecognisedTable } from './recognised-table.ts';

/** What is proposed for one layer of an official delivery. */
export interface Proposal {
  /** Never that of a layer of another place or plan: see each kind for what it holds. */
  id: string;
  described: Partial<LayerMeta>;
}

/** How one kind of official delivery is put together. */
export interface OfficialSet {
  kind: Exclude<Delivery['kind'], 'tables'>;
  /** Start of the ids of its schemas. */
  family: string;
  /** The tables, those of the set with the columns of their document. */
  join(tables: readonly RecognisedTable[]): RecognisedTable[];
  /** What one table of the set becomes; `tables` are those before the joins. */
  propose(
    table: OfficialTable,
    tables: readonly RecognisedTable[],
    territory: Territory | null,
  ): Proposal;
}

/** `20200128` or `2020-01-28` → `2020-01-28`; null for what is no day of a calendar. */
export function toIsoDay(text: string | null): string | null {
  const [, year, month, day] = text?.match(/^(\d{4})-?(\d\d)-?(\d\d)/) ?? [];
  const iso = `${year}-${month}-${day}`;
  return isIsoDay(iso) ? iso : null;
}
