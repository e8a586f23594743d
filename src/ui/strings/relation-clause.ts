import type { Layer } from '../../domain/layer.ts';
import type { RelationCondition } from '../../domain/question.ts';
import { formatNumber, formatQuantity, formatShare } from './format.ts';
import { agree, neBefore } from './grammar.ts';
import { ofObject, type RelationObject, thanObject } from './relation-object.ts';
import { travelModes } from './travel-modes.ts';

/** A relation to `object` as a clause that follows the plural noun of `target`: `à moins de 100 m d’un cours d’eau`. */
export function relationClause(
  relation: RelationCondition,
  target: Layer,
  object: RelationObject,
  isNegated: boolean,
): string {
  const participle = (masculine: string) => `${masculine}${agree(target.gender, 's', 'es')}`;
  switch (relation.kind) {
    case 'distance':
      return distanceClause(relation.metres, object, isNegated);
    case 'travel': {
      const time = `${formatNumber(relation.minutes)} ${relation.minutes < 2 ? 'minute' : 'minutes'} ${travelModes[relation.mode]}`;
      return reachClause(time, object, isNegated);
    }
    case 'overlap': {
      const clause = `${overlapVerb(relation.minShare, participle)} par ${object.many}`;
      return isNegated ? `qui ne sont pas ${clause}` : clause;
    }
    case 'inside': {
      const clause = `${participle('situé')} dans ${object.some}`;
      return isNegated ? `qui ne sont pas ${clause}` : clause;
    }
    case 'intersects':
      return verbClause('intersectent', '', object, isNegated);
    case 'encloses':
      return verbClause('contiennent', '', object, isNegated);
    case 'touches':
      return verbClause('touchent', ' par leur seul bord', object, isNegated);
    case 'crosses':
      return target.geometry === 'line'
        ? verbClause('traversent', '', object, isNegated)
        : crossedClause(participle('traversé'), object, isNegated);
    case 'overlaps':
      return verbClause('chevauchent', ' en partie', object, isNegated);
    case 'equals':
      return equalsClause(target, object, isNegated);
  }
}

function distanceClause(metres: number, object: RelationObject, isNegated: boolean): string {
  if (metres > 0) return reachClause(formatQuantity(metres, 'm'), object, isNegated);
  return isNegated ? `sans contact avec ${object.none}` : `au contact ${ofObject(object.some)}`;
}

function reachClause(reach: string, { some, any }: RelationObject, isNegated: boolean): string {
  return isNegated
    ? `à plus de ${reach} ${ofObject(any)}`
    : `à moins de ${reach} ${ofObject(some)}`;
}

function overlapVerb(minShare: number, participle: (masculine: string) => string): string {
  if (minShare === 0) return `${participle('recouvert')} en partie`;
  if (minShare === 1) return `entièrement ${participle('recouvert')}`;
  return `${participle('recouvert')} à au moins ${formatShare(minShare)}`;
}

function verbClause(
  verb: string,
  complement: string,
  object: RelationObject,
  isNegated: boolean,
): string {
  if (!isNegated) return `qui ${verb}${complement} ${object.some}`;
  return `qui ${neBefore(verb)}${verb}${pasOf(object)}${complement} ${object.none}`;
}

/** A line crosses; a polygon is crossed. */
function crossedClause(crossed: string, object: RelationObject, isNegated: boolean): string {
  if (!isNegated) return `${crossed} par ${object.some}`;
  return `qui ne sont${pasOf(object)} ${crossed} par ${object.none}`;
}

function equalsClause({ geometry }: Layer, object: RelationObject, isNegated: boolean): string {
  const same = SAME_PLACE[geometry];
  if (!isNegated) return `qui ont exactement ${same} ${thanObject(object.some)}`;
  return `qui n’ont${pasOf(object)} ${same} ${thanObject(object.none)}`;
}

function pasOf({ isDefinite }: RelationObject): string {
  return isDefinite ? ' pas' : '';
}

const SAME_PLACE: Record<Layer['geometry'], string> = {
  point: 'la même position',
  line: 'le même tracé',
  polygon: 'la même emprise',
};
