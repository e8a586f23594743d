import * as v from 'valibot';
import { layerSchema } from '../domain/catalogue.ts';
import { AppError } from '../domain/errors.ts';
import type { LayerHistory } from '../domain/layer-history.ts';

/**
 * The history that a parsed history file holds.
 * @throws {AppError} `history-invalid` with the JSON path of the first fault, and the `layer` where it is told.
 */
export function parseHistory(json: unknown): LayerHistory {
  const parsed = v.safeParse(historySchema, json);
  if (parsed.success) return parsed.output as LayerHistory;
  const issue = parsed.issues[0];
  const path = v.getDotPath(issue) ?? '';
  const layer = (json as { layer?: unknown } | null)?.layer;
  const context = { path, ...(typeof layer === 'string' && { layer }) };
  throw new AppError('history-invalid', `history at ${path}: ${issue.message}`, context);
}

const historySchema = v.object({
  layer: v.string(),
  versions: v.array(
    v.object({
      publishedAt: v.pipe(v.string(), v.isoTimestamp()),
      layer: layerSchema,
      accepted: v.record(v.string(), v.number()),
    }),
  ),
});
