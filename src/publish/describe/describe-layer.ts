import type { GeometryFamily, LayerMeta, LayerStyle } from '../../domain/layer.ts';
import { licenceName } from '../../domain/nomenclature/licences.ts';
import type { TableSchema } from '../standards/table-schema.ts';
import { NUMBER_LABEL, UNSAID } from '../strings/metadata.ts';
import { defaultStyle } from './default-style.ts';
import { describeFields, type FieldWords } from './describe-fields.ts';
import { findKey, findTitleField, GENERATED_KEY, type NamedColumns } from './find-key.ts';
import { fittingStyle } from './fitting-style.ts';
import { guessNoun } from './french-noun.ts';
import { readableTitle } from './readable-title.ts';

/** What somebody says of a layer; what is absent keeps its value, or gets a default. */
export interface Description extends Partial<Pick<LayerMeta, SaidKey>> {
  id: string;
  /** Name of a field of the layer → what is said of it. */
  fields?: Record<string, FieldWords>;
}

/** What a person decides; the rest follows from the file. */
type SaidKey =
  | 'title'
  | 'theme'
  | 'abstract'
  | 'producer'
  | 'service'
  | 'maintenance'
  | 'contact'
  | 'licence'
  | 'attribution'
  | 'date'
  | 'lineage'
  | 'keywords'
  | 'inspireTheme'
  | 'scale'
  | 'quality'
  | 'standard'
  | 'key'
  | 'titleField'
  | 'subtitleField'
  | 'noun'
  | 'gender'
  | 'style'
  | 'minZoom'
  | 'base'
  | 'search'
  | 'defaultVisible'
  | 'network';

/** What the file says of a layer. */
export interface Content extends NamedColumns {
  /** Name of the table in its source, of which a title is made when nothing else gives one. */
  name: string;
  rows: number;
  family: GeometryFamily;
  /** Where the rows come from, one French sentence. */
  lineage: string;
  /** The CRS that the source was in. */
  sourceCrs: string;
  /** Date of the file, `YYYY-MM-DD`, when nothing else gives one. */
  fileDate: string;
  /** What the delivery tells of the layer. */
  described: Partial<LayerMeta>;
  /** The official schema that the table follows; null for none. Its fields are spelled as it spells them. */
  schema: TableSchema | null;
}

/**
 * What is known of a layer that is being published. Believed in this order: what somebody says, the version before, the
 * delivery, the official schema, defaults. Date, lineage and CRS are always those of what is delivered. Of a layer that
 * was simulated, nothing stays that was said of its content.
 */
export function describeLayer(
  description: Description,
  content: Content,
  before: LayerMeta | null,
): LayerMeta {
  const { fields: words = {}, style, ...said } = withoutUndefined(description);
  const kept = before && keptOf(before, content);
  const told = withoutUndefined(content.described);
  const { schema, family } = content;
  const title = said.title ?? kept?.title ?? told.title ?? schema?.title;
  const key = said.key ?? findKey(content, before);
  const isMade = key === GENERATED_KEY && !content.fields.some(({ name }) => name === key);
  const named: NamedColumns = {
    ...content,
    fields: isMade ? [FID_FIELD, ...content.fields] : content.fields,
  };
  const fields = describeFields(named, words, before);
  const titleField = findTitleField(content, before) ?? key;
  const meta: LayerMeta = {
    abstract: '',
    theme: 'publiees',
    ...UNSAID,
    ...guessNoun(title ?? readableTitle(content.name)),
    ...(schema && { noun: schema.noun, gender: schema.gender }),
    ...(before ? {} : shownFrom(content.rows)),
    ...told,
    ...kept,
    ...standardOf(content, kept),
    ...said,
    title: title ?? readableTitle(content.name),
    date: said.date ?? told.date ?? content.fileDate,
    lineage: said.lineage ?? joinSentences(told.lineage, content.lineage),
    sourceCrs: content.sourceCrs,
    simulated: false,
    geometry: family,
    key,
    ...(isMade && { isKeyMade: true }),
    titleField: said.titleField ?? titleField,
    fields,
    style: fittingStyle(style ?? styleOf(said.id, content, before), fields),
  };
  const search = said.search ?? (before ? before.search : searchOf(content, key, titleField));
  return { ...meta, licence: licenceName(meta.licence), ...(search && { search }) };
}

/**
 * What stays of the version before, but for the search and the key, which are asked apart, and what names fields that are gone. Of a
 * simulated layer, what people decided stays; what was said of made-up content does not.
 */
function keptOf(
  { search: _search, isKeyMade: _isKeyMade, subtitleField, network, ...before }: LayerMeta,
  { columns }: Content,
): Partial<LayerMeta> {
  const fields = {
    ...(subtitleField && subtitleField in columns && { subtitleField }),
    ...(network && network.field in columns && { network }),
  };
  if (!before.simulated) return { ...before, ...fields };
  const { abstract: _a, producer: _p, licence: _l, quality: _q, standard: _s, ...named } = before;
  const { attribution: _t, ...decided } = named;
  return { ...decided, ...fields };
}

function standardOf({ described, schema }: Content, kept: Partial<LayerMeta> | null) {
  const standard = described.standard ?? schema?.standard ?? kept?.standard;
  return standard ? { standard } : {};
}

function styleOf(id: string, { family, schema }: Content, before: LayerMeta | null): LayerStyle {
  if (before?.geometry === family) return before.style;
  if (schema?.style && schema.geometry === family) return schema.style;
  return defaultStyle(id, family);
}

/** A new layer of many features is drawn from the zoom at which they can be told apart. */
function shownFrom(rows: number): Pick<LayerMeta, 'minZoom'> {
  const step = ZOOM_STEPS.find(({ above }) => rows > above);
  return step ? { minZoom: step.zoom } : {};
}

/** As the layers of the embedded territory are drawn: parcels from 14, some thousands of features from 11. */
const ZOOM_STEPS = [
  { above: 50_000, zoom: 14 },
  { above: 5_000, zoom: 11 },
];

/** Titles are read whole to be searched, which a large layer is too large for; parcels are found by their number. */
function searchOf(
  { columns, rows }: Content,
  key: string,
  titleField: string,
): LayerMeta['search'] {
  const [sample] = columns[key] ?? [];
  if (typeof sample === 'string' && PARCEL_ID.test(sample)) return 'parcel';
  return rows > LARGEST_SEARCHED || titleField === GENERATED_KEY ? undefined : 'title';
}

const LARGEST_SEARCHED = 50_000;

/** Commune, prefix, section and number of a cadastral parcel: 14 characters. */
const PARCEL_ID = /^\d[\dAB]\d{6}[\dA-Z]{2}\d{4}$/;

const FID_FIELD = { name: GENERATED_KEY, label: NUMBER_LABEL, type: 'integer' as const };

function joinSentences(...texts: (string | undefined)[]): string {
  const sentences = texts.flatMap((text) => text?.trim() || []);
  return sentences.map((text) => (/[.!?…]$/.test(text) ? text : `${text}.`)).join(' ');
}

function withoutUndefined<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
}
