import type { Layer } from '../../domain/layer.ts';
import { foldText } from '../strings/match-text.ts';

/**
 * How layers read in one list, by id: their noun, in the singular or the plural, with their title where several have that noun and the
 * title says more (`communes`, `communes (Fonds de concours)`).
 */
export function layerNames(layers: Layer[], number: 'one' | 'many'): Map<string, string> {
  const nounOf = ({ noun }: Layer) => noun[number === 'one' ? 0 : 1];
  return new Map(
    layers.map((layer) => {
      const noun = nounOf(layer);
      const isAlone = layers.filter((other) => nounOf(other) === noun).length === 1;
      const isSaid = layer.noun.some((known) => foldText(known) === foldText(layer.title));
      return [layer.id, isAlone || isSaid ? noun : `${noun} (${layer.title})`];
    }),
  );
}
