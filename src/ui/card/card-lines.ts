import type { MetricCrs } from '../../domain/crs.ts';
import type { Feature } from '../../domain/feature.ts';
import type { Field, Layer } from '../../domain/layer.ts';
import { shortParcelNumber } from '../../domain/parcel-number.ts';
import { card as words } from '../strings/card.ts';
import { formatDate, formatSize } from '../strings/format.ts';
import { fr } from '../strings/fr.ts';
import { isFilled, isTechnical, readableValue } from './readable-value.ts';
import { isPieceField, writtenPieces } from './written-pieces.ts';

/** One line of a card: a label, its value as text, and what it was measured in. */
export interface CardLine {
  label: string;
  value: string;
  note?: string;
  description?: string;
}

/** The lines of a card: what a reader asks first, and what is folded away. */
export interface CardLines {
  main: CardLine[];
  technical: CardLine[];
}

/** The name of a feature: the value of its title field, else its key; a parcel by its number and commune, `AB 123, Béthune`. */
export function cardTitle(feature: Feature, layer: Layer): string {
  const parcel = isParcel(layer) ? parcelTitle(feature, layer) : null;
  if (parcel) return parcel;
  const value = feature.attributes[layer.titleField];
  return isFilled(value) ? String(value) : feature.key;
}

function parcelTitle({ key, attributes }: Feature, { fields }: Layer): string | null {
  const number = shortParcelNumber(key);
  const code = attributes.commune;
  if (!number || typeof code !== 'string') return null;
  return `${number}, ${fields.find(({ name }) => name === 'commune')?.codes?.[code] ?? code}`;
}

/** A parcel is named by its number: its identifier is one more thing to read. */
const isParcel = ({ search }: Layer) => search === 'parcel';

/** The lines of a feature's card: its measured size first, then its filled attributes in the layer's order; documents apart. */
export function cardLines(feature: Feature, layer: Layer, crs: MetricCrs): CardLines {
  const told = layer.fields.filter(
    (field) =>
      isFilled(feature.attributes[field.name]) &&
      (field.name !== layer.titleField || isParcel(layer)) &&
      !isPieceField(field) &&
      !isPairName(field),
  );
  const lineOf = (field: Field): CardLine => {
    const line = { label: labelOf(field, feature), value: readableValue(feature, field) };
    return field.description === undefined ? line : { ...line, description: field.description };
  };
  const isFolded = (field: Field) => isTechnical(field, layer) && field.name !== layer.titleField;
  const technical = told.filter(isFolded).map(lineOf);
  const main = told.filter((field) => !isFolded(field)).map(lineOf);
  return { main: [...sizeLines(feature, layer, crs), ...main], technical };
}

function sizeLines({ size }: Feature, { geometry }: Layer, crs: MetricCrs): CardLine[] {
  if (size === null) return [];
  const label = geometry === 'polygon' ? words.area : words.length;
  return [{ label, value: formatSize(size, geometry), note: words.measuredIn(fr.crs[crs]) }];
}

/** `LIB_ATTR1` is the label of `LIB_VAL1`: CNIG PLU v2024, additional attributes. */
const isPairName = ({ name }: Field) => /^lib_attr\d+$/i.test(name);

function labelOf({ name, label }: Field, { attributes }: Feature): string {
  const number = /^lib_val(\d+)$/i.exec(name)?.[1];
  const named = number === undefined ? null : attributes[`LIB_ATTR${number}`];
  if (typeof named !== 'string' || named === '') return label;
  return named.charAt(0) + named.slice(1).toLocaleLowerCase('fr');
}

/** How many fields of the layer the feature has nothing in. */
export function countEmptyFields(feature: Feature, layer: Layer): number {
  return layer.fields.filter(({ name }) => !isFilled(feature.attributes[name])).length;
}

/** A card as plain text, to be pasted in a message: one line a fact, the source last. */
export function cardText(feature: Feature, layer: Layer, crs: MetricCrs): string {
  const { main, technical } = cardLines(feature, layer, crs);
  const lines = [...main, ...technical].map(({ label, value, note }) =>
    note ? `${label} : ${value} (${note})` : `${label} : ${value}`,
  );
  const pieces = writtenPieces(feature, layer).map(({ label, name, href, note }) =>
    [`${label} :`, name, href ?? `(${note})`].filter((part) => part !== '').join(' '),
  );
  const source = words.source(layer.producer, formatDate(layer.date));
  const title = `${cardTitle(feature, layer)} (${layer.title})`;
  return [title, ...lines, ...pieces, source].join('\n');
}

/**
 * A feature as two lines of a table, labels and values between tabulations, for a spreadsheet: every field of the layer, numbers with a
 * decimal comma, and its size in m² or m. Text that a spreadsheet would run as a formula is made harmless by an apostrophe.
 */
export function cardRow(feature: Feature, layer: Layer): string {
  const cells = layer.fields.map(({ name, label }) => [label, feature.attributes[name] ?? null]);
  const unit = layer.geometry === 'polygon' ? `${words.area} (m²)` : `${words.length} (m)`;
  if (feature.size !== null) cells.push([unit, feature.size]);
  const toCell = (value: unknown) => {
    if (value === null) return '';
    if (typeof value === 'number') return String(value).replace('.', ',');
    if (typeof value === 'boolean') return value ? 'oui' : 'non';
    const text = String(value).replace(/[\t\r\n]+/g, ' ');
    return /^[=+\-@]/.test(text) ? `'${text}` : text;
  };
  return [0, 1].map((column) => cells.map((cell) => toCell(cell[column])).join('\t')).join('\n');
}
