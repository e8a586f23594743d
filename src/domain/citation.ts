import type { LayerMeta } from './layer.ts';
import { findLicence } from './nomenclature/licences.ts';

/** How to cite a layer, with the day of its data; null where its licence is not known and says no words. French. */
export function citationOf(
  layer: Pick<LayerMeta, 'attribution' | 'title' | 'producer' | 'date' | 'licence'>,
): string | null {
  const { attribution, title, date, licence } = layer;
  if (!attribution) return findLicence(licence)?.attribution(layer) ?? null;
  return `${attribution} – ${title}, mise à jour du ${date.split('-').reverse().join('/')}`;
}
