import { isIsoDay } from '../../domain/iso-day.ts';
import type { LayerMeta } from '../../domain/layer.ts';

/** The fields of the form that can be wrong. */
export type FaultyField =
  | 'title'
  | 'theme'
  | 'producer'
  | 'licence'
  | 'date'
  | 'email'
  | 'url'
  | 'scale'
  | 'noun';

/** What is wrong with it: missing, or not of its form. */
export type MetaFaults = Partial<Record<FaultyField, 'missing' | 'malformed'>>;

/** What a layer still lacks to be published, by field of the form; `themes` are the ids of the catalogue's. */
export function metaFaults(meta: LayerMeta, themes: readonly string[]): MetaFaults {
  const faults: MetaFaults = {};
  if (meta.title.trim() === '') faults.title = 'missing';
  if (!themes.includes(meta.theme)) faults.theme = 'missing';
  if (isUnsaid(meta.producer)) faults.producer = 'missing';
  if (isUnsaid(meta.licence)) faults.licence = 'missing';
  if (meta.noun.some((word) => word.trim() === '')) faults.noun = 'missing';
  if (!isIsoDay(meta.date)) faults.date = 'malformed';
  if (meta.contact?.email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(meta.contact.email)) {
    faults.email = 'malformed';
  }
  if (meta.contact?.url && !/^https?:\/\/\S+$/.test(meta.contact.url)) faults.url = 'malformed';
  if (meta.scale !== undefined && !(meta.scale > 0)) faults.scale = 'malformed';
  return faults;
}

/** Whether a text says nothing: empty, or the words that stand for nothing. */
export const isUnsaid = (text: string) =>
  text.trim() === '' || /^non renseignée?$/i.test(text.trim());
