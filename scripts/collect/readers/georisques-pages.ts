import { readFile } from 'node:fs/promises';
import { AppError } from '../../../src/domain/errors.ts';
import { type CollectTerritory, fillUrl } from '../collect-territory.ts';
import type { JsonRecord } from '../make/read-records.ts';
import type { Part, PartRequest } from '../part.ts';
import type { Recipe } from '../recipe.ts';

/** INSEE codes that one call may name. */
const CODES_PER_CALL = 20;

/** One page of an answer, in either of the forms that Géorisques gives. */
export interface GeorisquesPage {
  rows: JsonRecord[];
  pages: number;
  /** Rows of all pages, as the service counts them; null where it does not. */
  total: number | null;
}

/**
 * The first page of every collection of `urls`, for every twenty communes where its address has `{codes}`, for each where it has `{code}`;
 * `{page}` counts from 1, `{page0}` from 0.
 */
export function firstPages(recipe: Recipe, territory: CollectTerritory): PartRequest[] {
  return Object.entries(recipe.urls).flatMap(([collection, pattern]) =>
    groupsOf(pattern, territory).map((codes, group) =>
      pageRequest({ collection, pattern, codes, group, page: 1 }),
    ),
  );
}

/** The other pages of an answer whose first one came. @throws {AppError} as `readPage`. */
export async function otherPages(
  part: Part,
  recipe: Recipe,
  territory: CollectTerritory,
): Promise<PartRequest[]> {
  const { collection, group, page } = placeOf(part);
  const pattern = recipe.urls[collection];
  if (page !== 1 || !pattern || part.path === null) return [];
  const { pages } = await readPage(part);
  const codes = groupsOf(pattern, territory)[group] ?? [];
  return Array.from({ length: Math.max(0, pages - 1) }, (_, index) =>
    pageRequest({ collection, pattern, codes, group, page: index + 2 }),
  );
}

/** The collection that a part is of, the communes that it was asked for, and which page it is. */
export function placeOf({ key }: Pick<Part, 'key'>) {
  const [, collection = '', group, page] = key.match(/^(.+)-(\d+)-(\d+)$/) ?? [];
  return { collection, group: Number(group), page: Number(page) };
}

/** The communes that each call names, by INSEE code. */
export function groupsOf(pattern: string, { communes }: CollectTerritory): string[][] {
  const size = pattern.includes('{code}') ? 1 : CODES_PER_CALL;
  const codes = communes.map(({ code }) => code);
  return Array.from({ length: Math.ceil(codes.length / size) }, (_, index) =>
    codes.slice(index * size, (index + 1) * size),
  );
}

/**
 * A page as it came: `{ results, page, total_pages, data }`, or `{ totalElements, totalPages, pageNumber, content }`.
 * @throws {AppError} `source-failed`, reason `schema`, with the `field` `data` for any other answer.
 */
export async function readPage({ path, url }: Part): Promise<GeorisquesPage> {
  if (path === null) return { rows: [], pages: 0, total: 0 };
  const body = parse(await readFile(path, 'utf8'));
  const rows = body?.data ?? body?.content;
  if (!body || !Array.isArray(rows)) {
    const context = { url, reason: 'schema', field: 'data' };
    throw new AppError('source-failed', `${url}: neither data nor content`, context);
  }
  return {
    rows,
    pages: numberIn(body, ['total_pages', 'totalPages']) ?? 1,
    total: numberIn(body, ['results', 'totalElements']),
  };
}

interface PagePlace {
  collection: string;
  pattern: string;
  codes: readonly string[];
  group: number;
  page: number;
}

function pageRequest({ collection, pattern, codes, group, page }: PagePlace): PartRequest {
  const [code = ''] = codes;
  const values = { codes: codes.join(','), code, page, page0: page - 1 };
  const whose = codes.length > 1 ? `${code} à ${codes.at(-1)}` : code;
  return {
    key: `${collection}-${group}-${page}`,
    url: fillUrl(pattern, values),
    kind: 'json',
    subject: page === 1 ? `${collection}, ${whose}` : `${collection}, ${whose}, page ${page}`,
    absent: 'fault',
  };
}

function parse(text: string): JsonRecord | null {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' ? (body as JsonRecord | null) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function numberIn(body: JsonRecord, names: readonly string[]): number | null {
  const found = names.map((name) => body[name]).find((value) => typeof value === 'number');
  return found ?? null;
}
