import { isInseeCode } from './commune.ts';
import { parseQuestion } from './parse-question.ts';
import { parseSeance } from './parse-seance.ts';
import type { Scene, Seance, SeanceItem } from './seance.ts';
import type { Extent } from './units.ts';

/** A session made of a value that may be faulty, to be edited. */
export interface MendedSeance {
  seance: Seance;
  /** Where something was that could not be kept, with the text of it: `items.2.scene.question`. */
  lost: { path: string; text: string }[];
}

/**
 * The session that a parsed JSON value holds as far as it can be read, for the editor: what is missing is empty, a number that is none is
 * NaN, and what cannot be kept is told with its text. Null when it is no session at all.
 */
export function mendSeance(json: unknown, fallback: Extent): MendedSeance | null {
  try {
    return { seance: parseSeance(json), lost: [] };
  } catch {
    // A draft is never quite right: what follows keeps what there is of it.
  }
  if (!isRecord(json) || !Array.isArray(json.items)) return null;
  const lost: MendedSeance['lost'] = [];
  const reader = createReader(lost);
  const items = json.items.flatMap((item, i) =>
    isRecord(item)
      ? [mendItem(item, `items.${i}`, fallback, reader)]
      : reader.lose(`items.${i}`, item, []),
  );
  const date =
    typeof json.date === 'string' && /^\d{4}-\d\d-\d\d$/.test(json.date) ? json.date : null;
  if (date === null && json.date !== null) reader.lose('date', json.date, null);
  const seance: Seance = {
    version: 1,
    id: reader.text(json.id, 'id'),
    territory: reader.text(json.territory, 'territory'),
    title: reader.text(json.title, 'title'),
    assembly: reader.text(json.assembly, 'assembly'),
    date,
    items,
  };
  return { seance, lost };
}

type Reader = ReturnType<typeof createReader>;

function createReader(lost: MendedSeance['lost']) {
  const lose = <T>(path: string, value: unknown, instead: T): T => {
    if (value !== undefined && value !== null) lost.push({ path, text: JSON.stringify(value) });
    return instead;
  };
  return {
    lose,
    text: (value: unknown, path: string): string =>
      typeof value === 'string' ? value : lose(path, value, ''),
    number: (value: unknown, path: string): number =>
      typeof value === 'number' ? value : lose(path, value, Number.NaN),
    list: <T>(value: unknown, path: string, read: (one: Fields, at: string) => T): T[] =>
      Array.isArray(value)
        ? value.flatMap((one, i) =>
            isRecord(one) ? [read(one, `${path}.${i}`)] : lose<T[]>(`${path}.${i}`, one, []),
          )
        : lose(path, value, []),
  };
}

type Fields = Record<string, unknown>;

function mendItem(item: Fields, at: string, fallback: Extent, reader: Reader): SeanceItem {
  const { text, number, list } = reader;
  const optional = (name: 'rapporteur' | 'notes' | 'decision') =>
    item[name] === undefined ? {} : { [name]: text(item[name], `${at}.${name}`) };
  const amount = isRecord(item.amount) ? item.amount : null;
  if (!amount) reader.lose(`${at}.amount`, item.amount, null);
  return {
    number: text(item.number, `${at}.number`),
    title: text(item.title, `${at}.title`),
    ...optional('rapporteur'),
    text: text(item.text, `${at}.text`),
    ...optional('notes'),
    scene: mendScene(isRecord(item.scene) ? item.scene : {}, `${at}.scene`, fallback, reader),
    figures: list(item.figures, `${at}.figures`, (one, path) => ({
      label: text(one.label, `${path}.label`),
      value: number(one.value, `${path}.value`),
      unit: text(one.unit, `${path}.unit`),
      source: text(one.source, `${path}.source`),
    })),
    ...(amount && {
      amount: {
        eur: number(amount.eur, `${at}.amount.eur`),
        pays: text(amount.pays, `${at}.amount.pays`),
        funding: list(amount.funding, `${at}.amount.funding`, (one, path) => ({
          who: text(one.who, `${path}.who`),
          eur: number(one.eur, `${path}.eur`),
        })),
      },
    }),
    ...optional('decision'),
    source: text(item.source, `${at}.source`),
  };
}

function mendScene(scene: Fields, at: string, fallback: Extent, reader: Reader): Scene {
  const { lose, text, list } = reader;
  const { extent, selection, commune, choropleth, question, beforeAfter } = scene;
  const isPair =
    isRecord(beforeAfter) && isRecord(beforeAfter.before) && isRecord(beforeAfter.after);
  const side = (name: 'before' | 'after') => {
    const own = (beforeAfter as Record<typeof name, Fields>)[name];
    const path = `${at}.beforeAfter.${name}`;
    const ids = Array.isArray(own.layers) ? own.layers.filter((id) => typeof id === 'string') : [];
    return { label: text(own.label, `${path}.label`), layers: ids };
  };
  return {
    extent: isExtent(extent) ? extent : lose(`${at}.extent`, extent, fallback),
    layers: list(scene.layers, `${at}.layers`, (one, path) => ({
      id: text(one.id, `${path}.id`),
      ...(typeof one.opacity === 'number' ? { opacity: one.opacity } : {}),
    })).filter(({ id }) => id !== ''),
    ...(isRecord(selection)
      ? { selection: { layer: text(selection.layer, at), key: text(selection.key, at) } }
      : lose(`${at}.selection`, selection, {})),
    ...(typeof commune === 'string' && isInseeCode(commune)
      ? { commune }
      : lose(`${at}.commune`, commune, {})),
    ...(isRecord(choropleth)
      ? { choropleth: { theme: text(choropleth.theme, at), figure: text(choropleth.figure, at) } }
      : lose(`${at}.choropleth`, choropleth, {})),
    ...questionOf(question, `${at}.question`, reader),
    ...(isPair
      ? { beforeAfter: { before: side('before'), after: side('after') } }
      : lose(`${at}.beforeAfter`, beforeAfter, {})),
  };
}

function questionOf(value: unknown, path: string, { lose }: Reader): Pick<Scene, 'question'> {
  if (value === undefined) return {};
  try {
    return { question: parseQuestion(value) };
  } catch {
    return lose(path, value, {});
  }
}

function isExtent(value: unknown): value is Extent {
  return Array.isArray(value) && value.length === 4 && value.every(Number.isFinite);
}

function isRecord(value: unknown): value is Fields {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
