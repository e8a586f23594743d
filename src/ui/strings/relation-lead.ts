import type { Layer } from '../../domain/layer.ts';
import type { RelationKind } from '../../domain/question.ts';
import { deBefore } from './grammar.ts';

/** What the choice of a relation is called, and what is said when what it was to does not fit the one that was chosen. */
export const relationChoice = {
  label: 'Relation',
  replaced: (last: string, now: string) =>
    `« ${last} » ne se prête pas à cette relation : la condition porte maintenant sur « ${now} ». Ctrl+Z pour revenir.`,
  shape: 'la forme dessinée',
} as const;

/** The words of a relation of `target` up to its number, or to what it is to. */
export function relationLead(kind: RelationKind, { gender, geometry }: Layer): string {
  switch (kind) {
    case 'overlap':
      return gender === 'f' ? 'recouvertes à au moins' : 'recouverts à au moins';
    case 'inside':
      return gender === 'f' ? 'situées dans' : 'situés dans';
    case 'equals':
      return SAME_PLACE[geometry];
    case 'crosses':
      if (geometry !== 'polygon') return 'qui traversent';
      return gender === 'f' ? 'traversées par' : 'traversés par';
    default:
      return LEADS[kind];
  }
}

/** The words between a relation's number, or its verb, and the features of the layer that it is to; null is a shape. */
export function relationLink(kind: RelationKind, layer: Layer | null): string {
  const isFeminine = layer?.gender === 'f';
  switch (kind) {
    case 'distance':
    case 'travel':
      return layer ? deBefore(layer.noun[1]).trim() : 'de';
    case 'overlap':
      return layer ? 'par des' : 'par';
    case 'equals':
      if (!layer) return 'que';
      return isFeminine ? 'qu’une' : 'qu’un';
    default:
      if (!layer) return '';
      return isFeminine ? 'une' : 'un';
  }
}

const LEADS = {
  distance: 'à moins de',
  travel: 'à un trajet de moins de',
  intersects: 'qui intersectent',
  encloses: 'qui contiennent',
  touches: 'qui touchent par leur seul bord',
  overlaps: 'qui chevauchent en partie',
} as const;

const SAME_PLACE: Record<Layer['geometry'], string> = {
  point: 'qui ont exactement la même position',
  line: 'qui ont exactement le même tracé',
  polygon: 'qui ont exactement la même emprise',
};
