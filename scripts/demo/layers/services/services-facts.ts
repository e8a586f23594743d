import { readFileSync } from 'node:fs';
import type { SourceRef } from '../../facts.ts';

/** What people go to a facility for. */
export type FacilityFamily =
  | 'école'
  | 'collège'
  | 'lycée'
  | 'médecin'
  | 'pharmacie'
  | 'commerce'
  | 'sport'
  | 'piscine'
  | 'culture'
  | 'petite enfance'
  | 'administration'
  | 'pôle santé';

/** A facility that the documents name. */
export interface NamedFacility {
  name: string;
  family: FacilityFamily;
  /** `TYPEQU` of the BPE; null where it has no such type. */
  type: string | null;
  /** INSEE code. */
  commune: string;
  /** True when the intercommunality runs it. */
  ours?: boolean;
  source: SourceRef;
}

let known: NamedFacility[] | undefined;

/** The facilities that the documents name, with the lines where they do. */
export function readNamedFacilities(): NamedFacility[] {
  const url = new URL('../../../../data/facts/facilities.json', import.meta.url);
  known ??= JSON.parse(readFileSync(url, 'utf8')).facilities as NamedFacility[];
  return known;
}
