import type { LayerMeta } from './layer.ts';

/** How a layer's maker is named beside a map: in the words that its licence wants, without « Source : », else by its producer. */
export function creditOf({
  attribution,
  producer,
}: Pick<LayerMeta, 'attribution' | 'producer'>): string {
  return attribution?.replace(/^sources?\s*:\s*/i, '') ?? producer;
}

/** Layers in the order in which their makers are named where there may be no room for all: first whom a licence obliges to name, ODbL before all. */
export function orderCredits<T extends Pick<LayerMeta, 'attribution' | 'licence'>>(
  layers: readonly T[],
): T[] {
  const rank = ({ attribution, licence }: T) => (/odbl/i.test(licence) ? 0 : attribution ? 1 : 2);
  return [...layers].sort((a, b) => rank(a) - rank(b));
}
