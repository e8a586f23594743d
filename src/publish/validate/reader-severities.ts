import type { Severity } from '../issue.ts';

/** What readers and the chain itself find → what it does. Rules carry their own severity. */
export const READER_SEVERITIES: Record<string, Severity> = {
  'source.crs-guessed': 'warning',
  'source.crs-ignored': 'warning',
  'source.field-renamed': 'notice',
  'source.heights-dropped': 'notice',
  'source.encoding-guessed': 'notice',
  'source.geometry-unreadable': 'error',
  'source.families-split': 'notice',
};
