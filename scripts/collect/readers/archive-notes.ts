import { countOf } from '../../french-counts.ts';
import { someOf } from '../make/some-of.ts';

/** What a layer of an archive was made of. */
export interface ArchiveFacts {
  /** Names of the tables that went into it. */
  tables: string[];
  /** Systems that their coordinates were in. */
  crs: string[];
  /** What has no archive: departments. */
  absent: string[];
}

/** French sentences for the report. */
export function archiveNotes({ tables, crs, absent }: ArchiveFacts): string[] {
  return [
    tables.length > 0 &&
      `${countOf(tables.length, 'table réunie', 'tables réunies')} (${crs.join(', ')}) : ${someOf(tables)}.`,
    absent.length > 0 && `Pas d’archive : ${someOf(absent)}.`,
  ].filter((note) => note !== false);
}
