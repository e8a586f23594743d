import type { MeasureColumn } from '../../domain/answer.ts';
import { type Catalogue, findLayer } from '../../domain/catalogue.ts';
import type { Layer } from '../../domain/layer.ts';
import { fr } from './fr.ts';
import { layerObject, type RelationObject, shapeObject, toObject } from './relation-object.ts';
import { travelModes } from './travel-modes.ts';

/** Heading of a column of measures, with its unit: `distance à une zone du PPR (m)`. */
export function measureLabel(column: MeasureColumn, target: Layer, catalogue: Catalogue): string {
  const { some, many } = relatedObject(column, target, catalogue);
  switch (column.kind) {
    case 'area':
      return fr.measures.area;
    case 'length':
      return fr.measures.length;
    case 'distance':
      return fr.measures.distance(toObject(some));
    case 'time': {
      const mode = column.relation?.kind === 'travel' ? column.relation.mode : 'foot';
      return fr.measures.time(travelModes[mode], `jusqu’${toObject(some)}`);
    }
    case 'overlap':
      return target.geometry === 'line'
        ? fr.measures.overlapLength(many)
        : fr.measures.overlap(many);
    case 'share':
      return fr.measures.share(many);
  }
}

function relatedObject(
  { relation }: MeasureColumn,
  target: Layer,
  catalogue: Catalogue,
): RelationObject {
  if (relation && 'shape' in relation) return shapeObject(relation.shape);
  const layer = relation ? findLayer(catalogue, relation.layer) : target;
  const isOwn = relation !== undefined && layer.id === target.id;
  return layerObject({ layer, where: '', isPlural: false, isOwn });
}
