import type { LayerMeta } from './layer.ts';

/** How a layer's maker is named beside a map: in the words that its licence wants, without « Source : », else by its producer. */
export function creditOf({
  attribution,
  producer,
}: Pick<LayerMeta, 'attribution' | 'producer'>): string {
  return attribution?.replace(/^sources?\s*:\s*/i, '') ?? producer;
}
