import { applySchema } from '../standards/recognise-schema.ts';
import type { DraftLayer } from './delivery.ts';
import { fitSchema } from './fit-schema.ts';
import { fitTypes } from './fit-types.ts';

/**
 * The layer held against the schema of that id, which somebody chose, instead of the one that was recognised; against none
 * for null or for an id that no schema has.
 */
export function chooseSchema(draft: DraftLayer, id: string | null): DraftLayer {
  const chosen = id === null ? null : applySchema(draft.source, id);
  if (!chosen) return { ...draft, schema: null, madeFor: null };
  const source = fitTypes(draft.source, chosen.schema);
  const { madeFor } = chosen;
  return { ...draft, source, schema: fitSchema({ ...chosen, source }), madeFor };
}
