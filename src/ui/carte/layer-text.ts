import type { Layer } from '../../domain/layer.ts';
import { foldText } from '../strings/match-text.ts';

/** Whether every word of `text` is in the title, the abstract, the producer or the fields of a layer, accents and case aside. */
export function holdsText(layer: Layer, text: string): boolean {
  const words = foldText(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const held = foldText(textOf(layer));
  return words.every((word) => held.includes(word));
}

function textOf({ id, title, abstract, service, producer, fields }: Layer): string {
  const own = fields.flatMap(({ name, label, codes }) => [
    name,
    label,
    ...Object.values(codes ?? {}),
  ]);
  return [id, title, abstract, service ?? '', producer, ...own].join('\n');
}
