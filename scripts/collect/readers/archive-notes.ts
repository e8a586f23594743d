import { countOf } from '../../french-counts.ts';
import { someOf } from '../make/some-of.ts';

/** What a layer of an archive was made of. */
export interface ArchiveFacts {
  /** Names of the tables that went into it. */
  tables: string[];
  /** Systems that their coordinates were in. */
  crs: string[];
  placeless: number;
  /** Communes whose extent stood for their outline. */
  boxed: number;
  /** What has no archive: departments. */
  absent: string[];
}

/** French sentences for the report. */
export function archiveNotes({ tables, crs, placeless, boxed, absent }: ArchiveFacts): string[] {
  return [
    tables.length > 0 &&
      `${countOf(tables.length, 'table réunie', 'tables réunies')} (${crs.join(', ')}) : ${someOf(tables)}.`,
    absent.length > 0 && `Pas d’archive : ${someOf(absent)}.`,
    placeless > 0 &&
      `${countOf(placeless, 'objet sans contour laissé', 'objets sans contour laissés')} de côté.`,
    boxed > 0 &&
      `${countOf(boxed, 'commune dont l’emprise a tenu', 'communes dont l’emprise a tenu')} lieu de contour : des objets voisins peuvent être de trop. Collectez d’abord la source « communes ».`,
  ].filter((note) => note !== false);
}
