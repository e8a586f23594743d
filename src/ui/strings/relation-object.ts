import type { Layer } from '../../domain/layer.ts';
import { type Shape, shapeFamily } from '../../domain/shape.ts';
import { NO_BREAK_SPACE } from './format.ts';
import { agree, deBefore, one } from './grammar.ts';

/** What a relation relates to, in the forms that its clause needs. */
export interface RelationObject {
  /** `une zone`, `l’une des zones`, `une autre zone`, `le secteur dessiné « Nord »`. */
  some: string;
  /** `aucune zone`, `aucune des zones`; of a shape as `some`, and then the verb takes `pas`. */
  none: string;
  /** `toute zone`, `toutes les zones`; of a shape as `some`. */
  any: string;
  /** `des zones`, `d’autres zones`; of a shape as `some`. */
  many: string;
  /** Whether it is one thing that everybody sees, which `ne … pas` denies, and not one of many, which `aucun` denies. */
  isDefinite: boolean;
}

/** How the features of a layer are spoken of. */
export interface LayerObject {
  layer: Layer;
  /** What they must meet, in words, with its leading space; empty for nothing. */
  where: string;
  /** Whether those words agree with the plural. */
  isPlural: boolean;
  /** Whether the layer is related to itself: another feature of it is meant. */
  isOwn: boolean;
}

/** The features of a layer as the object of a relation. */
export function layerObject({ layer, where, isPlural, isOwn }: LayerObject): RelationObject {
  const { gender } = layer;
  const e = agree(gender, '', 'e');
  const [noun, nouns] = layer.noun;
  const many = `${isOwn ? 'd’autres' : 'des'} ${nouns}${where}`;
  if (isPlural) {
    const [of, all] = isOwn ? ['des autres', 'les autres'] : ['des', 'les'];
    return {
      some: `l’un${e} ${of} ${nouns}${where}`,
      none: `aucun${e} ${of} ${nouns}${where}`,
      any: `${agree(gender, 'tous', 'toutes')} ${all} ${nouns}${where}`,
      many,
      isDefinite: false,
    };
  }
  const other = `${isOwn ? 'autre ' : ''}${noun}${where}`;
  return {
    some: isOwn ? `un${e} ${other}` : `${one(layer)}${where}`,
    none: `aucun${e} ${other}`,
    any: `${agree(gender, 'tout', 'toute')} ${other}`,
    many,
    isDefinite: false,
  };
}

/** A drawn shape as the object of a relation. */
export function shapeObject(shape: Shape): RelationObject {
  const some = shapeInSentence(shape);
  return { some, none: some, any: some, many: some, isDefinite: true };
}

/** A drawn shape by its name: `le secteur dessiné « Nord »`, `le tracé dessiné « variante 2 »`. */
function shapeInSentence(shape: Shape): string {
  const noun =
    shape.geometry.type === 'MultiPoint' ? 'les points dessinés' : SHAPES[shapeFamily(shape)];
  const name = shape.name.trim();
  return name === '' ? noun : `${noun} «${NO_BREAK_SPACE}${name}${NO_BREAK_SPACE}»`;
}

/** `de` before an object, with its article: `d’une zone`, `du secteur dessiné`, `de toutes les zones`. */
export function ofObject(object: string): string {
  if (object.startsWith('le ')) return `du ${object.slice(3)}`;
  if (object.startsWith('les ')) return `des ${object.slice(4)}`;
  return `${deBefore(object)}${object}`;
}

/** `que` before an object: `qu’une zone`, `que le secteur dessiné`. */
export function thanObject(object: string): string {
  return /^[ua]/.test(object) ? `qu’${object}` : `que ${object}`;
}

/** `à` before an object: `à une zone`, `au secteur dessiné`. */
export function toObject(object: string): string {
  if (object.startsWith('le ')) return `au ${object.slice(3)}`;
  return object.startsWith('les ') ? `aux ${object.slice(4)}` : `à ${object}`;
}

const SHAPES: Record<Layer['geometry'], string> = {
  point: 'le point dessiné',
  line: 'le tracé dessiné',
  polygon: 'le secteur dessiné',
};
