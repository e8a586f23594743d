import type { Severity } from '../issue.ts';

/** What readers and the chain itself find → what it does. Rules carry their own severity. */
export const READER_SEVERITIES: Record<string, Severity> = {
  'source.crs-guessed': 'warning',
  'source.crs-ignored': 'warning',
  'source.crs-doubtful': 'warning',
  'source.crs-replaced': 'warning',
  'source.field-renamed': 'notice',
  'source.integers-rounded': 'warning',
  'source.reader-errors': 'warning',
  'source.reader-warnings': 'notice',
  'source.heights-dropped': 'notice',
  'source.encoding-guessed': 'notice',
  'source.geometry-unreadable': 'error',
  'source.geometry-repaired': 'notice',
  'source.families-split': 'notice',
  'source.metadata-unreadable': 'warning',
  'source.axes-swapped': 'warning',
  'source.collections-split': 'notice',
  'source.attributes-absent': 'warning',
  'source.deleted-records': 'notice',
  'source.row-ragged': 'warning',
  'source.version-changed': 'warning',
};
