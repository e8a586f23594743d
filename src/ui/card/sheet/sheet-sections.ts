import type { ErrorData } from '../../../domain/errors.ts';
import type { Field, Layer } from '../../../domain/layer.ts';
import type {
  ParcelSheet,
  SheetEntry,
  SheetLine,
  SheetPart,
} from '../../../domain/parcel-sheet.ts';
import { formatCount, formatLength, NO_BREAK_SPACE } from '../../strings/format.ts';
import { parcelSheet as words } from '../../strings/parcel-sheet.ts';
import { isFilled, readableValue } from '../readable-value.ts';
import { type WrittenPiece, writtenPieces } from '../written-pieces.ts';
import { sharesInTenths } from './shares.ts';

/** One thing that a line found, in words. */
export interface ToldPart {
  layer: string;
  /** Key of the feature that stands for it. */
  key: string;
  title: string;
  details: string[];
  /** `673 m² (100 %)`, `à 24 m de l’axe`. */
  amount: string;
  pieces: WrittenPiece[];
}

/** One line of the sheet, in words: its parts, or why there are none. */
export interface ToldLine {
  id: string;
  label: string;
  parts: ToldPart[];
  /** What is said in place of parts; empty where there are some. */
  nothing: string;
  /** What is to be known besides, a sentence each. */
  notes: string[];
  failures: { title: string; error: ErrorData }[];
  /** The layers read. */
  sources: Layer[];
}

/** Lines of the sheet under one heading. */
export interface ToldSection {
  title: string;
  lines: ToldLine[];
}

/** A sheet in words, in the order of its lines. Screen and text are made of it alike. */
export function sheetSections(
  { area, entries }: ParcelSheet,
  lines: readonly SheetLine[],
  layers: readonly Layer[],
): ToldSection[] {
  const sections: ToldSection[] = [];
  for (const line of lines) {
    const entry = entries.find((own) => own.line === line.id);
    if (!entry) continue;
    const last = sections.at(-1);
    const told = tellLine(line, entry, area, layers);
    if (last?.title === line.section) last.lines.push(told);
    else sections.push({ title: line.section, lines: [told] });
  }
  return sections;
}

function tellLine(
  line: SheetLine,
  entry: SheetEntry,
  area: number,
  layers: readonly Layer[],
): ToldLine {
  const layerOf = (id: string) => layers.find((layer) => layer.id === id);
  const sources = entry.layers.flatMap((id) => layerOf(id) ?? []);
  const failures = entry.failures.map(({ layer, error }) => ({
    title: layerOf(layer)?.title ?? layer,
    error,
  }));
  const { rest, notes } = accountOf(line, entry, area);
  const surfaces = entry.parts.filter(({ unit }) => unit === 'm²').map(({ amount }) => amount);
  const tenths = sharesInTenths(rest === null ? surfaces : [...surfaces, rest], area);
  let next = 0;
  const parts = entry.parts.flatMap((part): ToldPart[] => {
    const layer = layerOf(part.layer);
    if (!layer) return [];
    const share = part.unit === 'm²' ? (tenths[next++] ?? 0) : 0;
    return [{ ...namesOf(line, part, layer), amount: amountOf(part, layer, share) }];
  });
  if (rest !== null && parts.length > 0) {
    const share = words.share(tenths.at(-1) ?? 0);
    notes.unshift(`${words.rest}\u00a0: ${words.ground(rest)} (${share}).`);
  }
  const isRead = failures.length < sources.length;
  const nothing = sources.length === 0 ? words.missing : isRead ? line.none : '';
  const { id, label } = line;
  return { id, label, parts, nothing: parts.length > 0 ? '' : nothing, notes, failures, sources };
}

/** What surfaces leave of the object, and what is to be said of how they add up. Less than half a m² is rounding of coordinates. */
function accountOf({ isWhole }: SheetLine, { parts, covered }: SheetEntry, area: number) {
  const surfaces = parts.filter(({ unit }) => unit === 'm²');
  const sum = surfaces.reduce((total, { amount }) => total + amount, 0);
  const notes: string[] = [];
  if (surfaces.some(({ amount }) => amount < area / 100)) notes.push(words.sliver);
  if (!isWhole || covered === null) return { rest: null, notes };
  if (sum - covered >= LEAST_TOLD) notes.unshift(words.overlap(sum - covered));
  return { rest: area - covered >= LEAST_TOLD ? area - covered : null, notes };
}

/** m². */
const LEAST_TOLD = 0.5;

function namesOf({ by, tell = [] }: SheetLine, part: SheetPart, layer: Layer) {
  const named = (names: readonly string[]) =>
    names.flatMap((name) => {
      const field = layer.fields.find((own) => own.name === name);
      return field && isFilled(part.attributes[name]) ? [field] : [];
    });
  const value = (field: Field) => readableValue(part, field);
  const values = named(by ?? [layer.titleField]).map(value);
  const isSaidAgain = (text: string) =>
    values.some((other) => other.startsWith(`${text}${NO_BREAK_SPACE}:`));
  const title = values.filter((text) => !isSaidAgain(text)).join(' · ');
  const [key = ''] = part.keys;
  const details = named(tell).map((field) => `${field.label}\u00a0: ${value(field)}`);
  if (part.keys.length > 1) details.push(words.count(part.keys.length));
  const pieces = writtenPieces(part, layer);
  return { layer: layer.id, key, title: title || key, details, pieces };
}

function amountOf({ amount, unit }: SheetPart, layer: Layer, tenths: number): string {
  if (unit === 'm²') return `${words.ground(amount)} (${words.share(tenths)})`;
  if (unit === 'm') return formatLength(amount);
  if (unit === 'count') return formatCount(amount, layer.noun);
  return amount === 0 ? words.inside : words.away(amount, layer.geometry === 'line');
}
