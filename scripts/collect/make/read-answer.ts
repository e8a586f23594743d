import { readFile } from 'node:fs/promises';
import type { Feature } from 'geojson';
import { AppError } from '../../../src/domain/errors.ts';
import type { Part } from '../part.ts';

/** What a GeoJSON answer holds. */
export interface FeatureAnswer {
  features: Feature[];
  /** Features that the service found, where it tells it (`numberMatched`, else `totalFeatures`); null where it does not. */
  matched: number | null;
}

/**
 * The features of a part whose body is a GeoJSON FeatureCollection, or one Feature; of an absent part none. The body is held whole:
 * some tens of MB for the largest commune. Files in any form are read by `readFeatures`.
 * @throws {AppError} `source-failed`, reason `schema`, with the `url` and the `field` that is not what GeoJSON wants.
 */
export async function readAnswer({ path, url }: Part): Promise<FeatureAnswer> {
  if (path === null) return { features: [], matched: 0 };
  const body = parse(await readFile(path, 'utf8'), url);
  if (body.type === 'Feature') return { features: [body as unknown as Feature], matched: 1 };
  const { features } = body;
  if (!Array.isArray(features)) throw schemaFault(url, 'features');
  const matched = [body.numberMatched, body.totalFeatures].find(Number.isSafeInteger);
  return { features, matched: (matched as number | undefined) ?? null };
}

function parse(text: string, url: string): Record<string, unknown> {
  try {
    const body: unknown = JSON.parse(text);
    if (body !== null && typeof body === 'object') return body as Record<string, unknown>;
  } catch (cause) {
    throw schemaFault(url, 'type', cause);
  }
  throw schemaFault(url, 'type');
}

function schemaFault(url: string, field: string, cause?: unknown): AppError {
  const context = { url, reason: 'schema', field };
  return new AppError('source-failed', `${url}: no ${field} of GeoJSON`, context, cause);
}
