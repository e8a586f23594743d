import type { Layer } from '../../domain/layer.ts';
import type { RelationCondition } from '../../domain/question.ts';
import { formatNumber, formatQuantity, formatShare } from './format.ts';
import { agree, neBefore, one } from './grammar.ts';
import { travelModes } from './travel-modes.ts';

/**
 * A relation as a clause that follows the plural noun of `target`: `à moins de 100 m d’un cours d’eau`; `where` is
 * what the features of `layer` must meet, in words, with its leading space.
 */
export function relationClause(
  relation: RelationCondition,
  target: Layer,
  layer: Layer,
  where: string,
  isNegated: boolean,
): string {
  const some = `${one(layer)}${where}`;
  const none = `${agree(layer.gender, 'aucun', 'aucune')} ${layer.noun[0]}${where}`;
  const participle = (masculine: string) => `${masculine}${agree(target.gender, 's', 'es')}`;
  const verb = (words: string, complement = '') =>
    isNegated
      ? `qui ${neBefore(words)}${words}${complement} ${none}`
      : `qui ${words}${complement} ${some}`;
  switch (relation.kind) {
    case 'distance': {
      const any = `${agree(layer.gender, 'tout', 'toute')} ${layer.noun[0]}${where}`;
      return distanceClause(relation.metres, { some, none, any, isNegated });
    }
    case 'travel': {
      const time = `${formatNumber(relation.minutes)} ${relation.minutes < 2 ? 'minute' : 'minutes'} ${travelModes[relation.mode]}`;
      const any = `${agree(layer.gender, 'tout', 'toute')} ${layer.noun[0]}${where}`;
      return isNegated ? `à plus de ${time} de ${any}` : `à moins de ${time} d’${some}`;
    }
    case 'overlap': {
      const clause = `${overlapVerb(relation.minShare, participle)} par des ${layer.noun[1]}${where}`;
      return isNegated ? `qui ne sont pas ${clause}` : clause;
    }
    case 'inside': {
      const clause = `${participle('situé')} dans ${some}`;
      return isNegated ? `qui ne sont pas ${clause}` : clause;
    }
    case 'intersects':
      return verb('intersectent');
    case 'encloses':
      return verb('contiennent');
    case 'touches':
      return verb('touchent', ' par leur seul bord');
    case 'crosses':
      return crossesClause(target, verb, { some, none, isNegated, participle });
    case 'overlaps':
      return verb('chevauchent', ' en partie');
    case 'equals': {
      const same = SAME_PLACE[target.geometry];
      return isNegated ? `qui n’ont ${same} qu’${none}` : `qui ont exactement ${same} qu’${some}`;
    }
  }
}

interface Objects {
  some: string;
  none: string;
  isNegated: boolean;
}

function distanceClause(
  metres: number,
  { some, none, any, isNegated }: Objects & { any: string },
): string {
  if (metres === 0) return isNegated ? `sans contact avec ${none}` : `au contact d’${some}`;
  const distance = formatQuantity(metres, 'm');
  return isNegated ? `à plus de ${distance} de ${any}` : `à moins de ${distance} d’${some}`;
}

function overlapVerb(minShare: number, participle: (masculine: string) => string): string {
  if (minShare === 0) return `${participle('recouvert')} en partie`;
  if (minShare === 1) return `entièrement ${participle('recouvert')}`;
  return `${participle('recouvert')} à au moins ${formatShare(minShare)}`;
}

/** A line crosses; a polygon is crossed. */
function crossesClause(
  target: Layer,
  verb: (words: string) => string,
  { some, none, isNegated, participle }: Objects & { participle: (masculine: string) => string },
): string {
  if (target.geometry === 'line') return verb('traversent');
  const crossed = participle('traversé');
  return isNegated ? `qui ne sont ${crossed} par ${none}` : `${crossed} par ${some}`;
}

const SAME_PLACE: Record<Layer['geometry'], string> = {
  point: 'la même position',
  line: 'le même tracé',
  polygon: 'la même emprise',
};
