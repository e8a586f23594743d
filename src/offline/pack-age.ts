import type { Catalogue } from '../domain/catalogue.ts';
import type { Seance } from '../domain/seance.ts';
import type { PackRecord } from './pack-record.ts';

/** How a prepared session differs from the site as it is now. */
export interface PackAge {
  /** Titles of its layers that have another version, or that are no more. */
  layers: string[];
  /** Whether its text or its scenes were changed; null where the session of now is not at hand. */
  isEdited: boolean | null;
}

/** What changed since a session was prepared; `seance` is the one of now, null where it is not at hand. */
export function packAge(
  record: PackRecord,
  catalogue: Catalogue,
  seance: Seance | null = null,
): PackAge {
  const versions = new Map(catalogue.layers.map(({ id, file }) => [id, file.version]));
  const moved = record.layers.filter(({ id, version }) => versions.get(id) !== version);
  return {
    layers: moved.map(({ title }) => title),
    isEdited: seance && JSON.stringify(seance) !== record.seance,
  };
}

/** Dates of the data that a prepared session holds, ISO days: the oldest and the newest. */
export function packDates({ layers }: PackRecord): [oldest: string, newest: string] | null {
  const dates = layers.map(({ date }) => date).sort();
  const [oldest, newest] = [dates[0], dates.at(-1)];
  return oldest && newest ? [oldest, newest] : null;
}
