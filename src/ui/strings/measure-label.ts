import type { MeasureColumn } from '../../domain/answer.ts';
import { type Catalogue, findLayer } from '../../domain/catalogue.ts';
import type { Layer } from '../../domain/layer.ts';
import { fr } from './fr.ts';
import { one } from './grammar.ts';
import { travelModes } from './travel-modes.ts';

/** Heading of a column of measures, with its unit: `distance à une zone du PPR (m)`. */
export function measureLabel(column: MeasureColumn, target: Layer, catalogue: Catalogue): string {
  const related = column.relation ? findLayer(catalogue, column.relation.layer) : target;
  const many = `des ${related.noun[1]}`;
  switch (column.kind) {
    case 'area':
      return fr.measures.area;
    case 'length':
      return fr.measures.length;
    case 'distance':
      return fr.measures.distance(`à ${one(related)}`);
    case 'time': {
      const mode = column.relation?.kind === 'travel' ? column.relation.mode : 'foot';
      return fr.measures.time(travelModes[mode], `jusqu’à ${one(related)}`);
    }
    case 'overlap':
      return target.geometry === 'line'
        ? fr.measures.overlapLength(many)
        : fr.measures.overlap(many);
    case 'share':
      return fr.measures.share(many);
  }
}
