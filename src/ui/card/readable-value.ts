import type { Feature, Value } from '../../domain/feature.ts';
import type { Field, Layer } from '../../domain/layer.ts';
import { INFORMATIONS } from '../../domain/nomenclature/informations.ts';
import { PRESCRIPTIONS } from '../../domain/nomenclature/prescriptions.ts';
import { DESTINATIONS } from '../../domain/nomenclature/zones.ts';
import { formatDate, formatValue, NO_BREAK_SPACE } from '../strings/format.ts';

/** Whether a value says anything. */
export function isFilled(value: Value | undefined): boolean {
  return value !== null && value !== undefined && value !== '';
}

/**
 * The value of a field of a feature in French. Beyond what the field's own list of codes says, it knows what the CNIG's planning
 * documents (v2024, rev. 2025-06) write in several fields at once: days as `AAAAMMJJ`, sub-types whose meaning depends on
 * the type, destinations joined by dashes.
 */
export function readableValue({ attributes }: Pick<Feature, 'attributes'>, field: Field): string {
  const value = attributes[field.name] ?? null;
  const text = String(value ?? '');
  const day = /^DAT/i.test(field.name) && /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (day) return formatDate(day.slice(1).join('-'));
  const meaning = field.codes ? null : meaningOf(field.name.toUpperCase(), text, attributes);
  return meaning ?? formatValue(value, field);
}

function meaningOf(name: string, text: string, attributes: Feature['attributes']): string | null {
  const subtypes = SUBTYPES[name];
  if (subtypes) {
    const meaning = subtypes.codes[`${attributes[subtypes.of]}-${text}`];
    return meaning ? `${text}${NO_BREAK_SPACE}: ${meaning}` : null;
  }
  if (!DESTINATION_FIELDS.has(name) || !/^\d+(-\d+)*$/.test(text)) return null;
  return text
    .split('-')
    .map((code) => {
      const destination = DESTINATIONS[code];
      return destination ? `${destination} (${code})` : code;
    })
    .join(' ; ');
}

const SUBTYPES: Record<string, { of: string; codes: Record<string, string> }> = {
  STYPEPSC: { of: 'TYPEPSC', codes: PRESCRIPTIONS },
  STYPEINF: { of: 'TYPEINF', codes: INFORMATIONS },
};

const DESTINATION_FIELDS = new Set(['DESTOUI', 'DESTCDT', 'DESTNON']);

/** Whether a field identifies the feature or serves those who keep the data, rather than describing what it is. */
export function isTechnical({ name }: Field, layer: Pick<Layer, 'key'>): boolean {
  return name === layer.key || TECHNICAL.test(name);
}

/** Keys, codes that stand beside the name they mean, and fields about the making of the data, as the usual schemas spell them. */
const TECHNICAL =
  /^(id|fid|gid|ogc_fid|objectid|cleabs|symbole|idurba|id(gen|ass|sup|acte)|\w+_id|id_\w+|lib_id\w+|geompoint|(\w+_)?insee(_\w+)?|code_com_?\w*|modegeoass|srcgeoass|datesrcass|site_(identif|actu)_date|source(_\w+)?)$/i;
