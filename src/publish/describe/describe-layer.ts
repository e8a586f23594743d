import type { Value } from '../../domain/feature.ts';
import type { Field, GeometryFamily, LayerMeta } from '../../domain/layer.ts';
import type { LayerTable } from '../../loaders/layer-table.ts';
import type { TableSchema } from '../standards/table-schema.ts';
import { defaultStyle } from './default-style.ts';
import { guessNoun } from './french-noun.ts';

/** What the command line says of a layer; what is absent keeps its value, or gets a default. */
export interface Description {
  id: string;
  title?: string;
  theme?: string;
  abstract?: string;
  producer?: string;
  licence?: string;
  date?: string;
  key?: string;
  noun?: [string, string];
  gender?: 'm' | 'f';
}

/** What the file says of a layer. */
export interface Content {
  family: GeometryFamily;
  fields: Field[];
  columns: LayerTable['columns'];
  /** Where the rows come from, one French sentence. */
  lineage: string;
  /** The CRS that the source was in. */
  sourceCrs: string;
  /** Date of the file, `YYYY-MM-DD`, when nothing else gives one. */
  fileDate: string;
  /** What the delivery tells of the layer. */
  described: Partial<LayerMeta>;
  /** The official schema that the table follows; null for none. */
  schema: TableSchema | null;
}

/**
 * What is known of a layer that is being published: what the command line says, then what was known of it before, then
 * defaults. Fields keep the label, unit and codes that they had; the key is kept while its values remain unique, else it
 * is an id-like column with unique values, else `fid`, which the caller must then add.
 */
export function describeLayer(
  description: Description,
  content: Content,
  before: LayerMeta | null,
): LayerMeta {
  const { id, title, ...given } = description;
  const wantedTitle = title ?? before?.title ?? id;
  const key = given.key ?? findKey(content, before);
  const fields = key === GENERATED_KEY ? [FID_FIELD, ...content.fields] : content.fields;
  const kept = before?.geometry === content.family ? before : null;
  return {
    id,
    title: wantedTitle,
    abstract: '',
    theme: 'publiees',
    producer: 'Non renseigné',
    licence: 'Non renseignée',
    ...guessNoun(wantedTitle),
    style: defaultStyle(id, content.family),
    ...content.described,
    ...kept,
    ...given,
    ...(title !== undefined && { title }),
    date: given.date ?? content.fileDate,
    lineage: content.lineage,
    sourceCrs: content.sourceCrs,
    simulated: false,
    geometry: content.family,
    key,
    titleField: findTitleField(content.fields, kept) ?? key,
    fields: fields.map((field) => describeField(field, before)),
    search: kept?.search ?? 'title',
  };
}

/** Name of the key that is made when no column can be one. */
export const GENERATED_KEY = 'fid';

/** Whether every value of a column is there and no two are alike, as text. */
export function isUnique(values: readonly Value[] | undefined): boolean {
  if (!values || values.includes(null)) return false;
  return new Set(values.map(String)).size === values.length;
}

function findKey({ fields, columns }: Content, before: LayerMeta | null): string {
  const usable = fields.filter(
    ({ name, type }) => (type === 'text' || type === 'integer') && isUnique(columns[name]),
  );
  const kept = usable.find(({ name }) => name === before?.key);
  const best = KEY_NAMES.map((pattern) => usable.find(({ name }) => pattern.test(name)));
  return (kept ?? best.find(Boolean))?.name ?? GENERATED_KEY;
}

function findTitleField(fields: Field[], before: LayerMeta | null): string | undefined {
  const texts = fields.filter(({ type }) => type === 'text');
  const kept = texts.find(({ name }) => name === before?.titleField);
  const best = TITLE_NAMES.map((pattern) => texts.find(({ name }) => pattern.test(name)));
  return (kept ?? best.find(Boolean))?.name;
}

function describeField(field: Field, before: LayerMeta | null): Field {
  const known = before?.fields.find(({ name, type }) => name === field.name && type === field.type);
  return known ?? { ...field, label: field.name === 'fid' ? field.label : toLabel(field.name) };
}

function toLabel(name: string): string {
  const words = name.replaceAll('_', ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const FID_FIELD: Field = { name: GENERATED_KEY, label: 'Numéro', type: 'integer' };

/** Likely names of a key, best first. */
const KEY_NAMES = [
  /^(id|fid|gid|objectid|ogc_fid|uuid)$/i,
  /^(code|insee|siren|siret|numero|num|no|ref|reference)$/i,
  /(^id|_id$|^code|^no_|^num|_insee$|^ref)/i,
];

/** Likely names of a title, best first. */
const TITLE_NAMES = [
  /^(nom|name|titre|title|libelle|libelong|label)$/i,
  /(nom|libelle|titre|name|label)$/i,
  /(nom|lib|titre|name)/i,
];
