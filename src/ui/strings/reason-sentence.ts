import type { Catalogue } from '../../domain/catalogue.ts';
import type { Layer } from '../../domain/layer.ts';
import { isAttribute } from '../../domain/question.ts';
import type { Reason, RelatedFeature } from '../../domain/reason.ts';
import {
  formatCount,
  formatDate,
  formatLength,
  formatNumber,
  formatQuantity,
  formatShare,
  formatSize,
  formatValue,
  NO_BREAK_SPACE,
} from './format.ts';
import { questionToSentence } from './question-sentence.ts';
import { travelModes } from './travel-modes.ts';

/** The words of an explanation, in French. */
export const why = {
  title: (isIn: boolean) =>
    isIn ? 'Pourquoi dans la réponse\u00a0?' : 'Pourquoi pas dans la réponse\u00a0?',
  ask: 'Pourquoi\u00a0?',
  askNot: 'Pourquoi pas\u00a0?',
  close: 'Fermer l’explication',
  reading: 'Recherche des raisons…',
  none: 'La question n’a pas de condition : tous les objets y répondent.',
  met: 'Condition remplie',
  unmet: 'Condition non remplie',
  excused: 'Condition non remplie, une autre du groupe suffit',
  map: (title: string) => `Plan de situation : ${title}`,
  noMap: 'Le plan de situation n’a pas pu être dessiné.',
};

/** The threshold, as the clause of the question says it: `Les parcelles à moins de 100 m d’une zone inondable.` */
export function criterion(
  { condition, isNegated }: Pick<Reason, 'condition' | 'isNegated'>,
  target: Layer,
  catalogue: Catalogue,
): string {
  const where = isNegated ? ({ kind: 'not', condition } as const) : condition;
  return questionToSentence({ target: target.id, where }, catalogue);
}

/** The value met: `Contenance cadastrale : 4 591 m²`, `À 20,7 m de « PPRI de la Lawe »`. */
export function valueMet(reason: Reason, target: Layer): string {
  const { condition, value } = reason;
  if (isAttribute(condition)) {
    const field = target.fields.find(({ name }) => name === condition.field);
    return `${field?.label ?? condition.field} : ${field ? formatValue(value, field) : String(value)}`;
  }
  if (condition.kind === 'measure') {
    const isArea = condition.measure === 'area';
    const measured =
      typeof value === 'number' ? formatSize(value, isArea ? 'polygon' : 'line') : '—';
    return `${isArea ? 'Surface mesurée' : 'Longueur mesurée'} : ${measured}`;
  }
  return relationMet(reason);
}

/** Where the value comes from: `Zonage d’urbanisme, au 1er janvier 2026, version 3f2a91c0`; of a drawn shape, that it is one. */
export function sourceOf(
  reason: Pick<Reason, 'layer' | 'version' | 'date'>,
  catalogue: Catalogue,
): string {
  const layer = catalogue.layers.find(({ id }) => id === reason.layer);
  if (!layer) return 'Tracé dessiné, porté par la question';
  const date = reason.date ? `, au ${formatDate(reason.date)}` : '';
  return `${layer.title}${date}, version ${reason.version}`;
}

/** A related feature with its distance and what it covers: `« AUc » : à 12,3 m, couvre 4 591 m²`. */
export function relatedLine(related: RelatedFeature, target: Layer): string {
  const facts = [
    related.distance === 0 ? at(related) : `à ${formatDistance(related.distance)}`,
    ...(related.minutes === undefined ? [] : [formatQuantity(related.minutes, 'min', 1)]),
    ...(related.overlap === null || related.overlap === 0
      ? []
      : [`couvre ${formatSize(related.overlap, target.geometry)}`]),
  ];
  return `${related.title} : ${facts.join(', ')}`;
}

/** How many related features there are beyond those named; null when all are. */
export function relatedRest(reason: Reason): string | null {
  const { length } = reason.related;
  return reason.relatedCount > length
    ? `${formatNumber(length, 0)} affichés sur ${formatNumber(reason.relatedCount, 0)}`
    : null;
}

function relationMet({ condition, value, related, relatedCount }: Reason): string {
  const nearest = related[0] ? `«${NO_BREAK_SPACE}${related[0].title}${NO_BREAK_SPACE}»` : null;
  const number = typeof value === 'number' ? value : null;
  switch (condition.kind) {
    case 'distance':
      if (number === null || !nearest) return 'Aucun objet de cette sorte à portée.';
      return number === 0
        ? `Sur place ou au contact : ${nearest}`
        : `À ${formatDistance(number)} du plus proche, ${nearest}`;
    case 'travel':
      return number === null || !nearest
        ? 'Hors d’atteinte par le réseau.'
        : `À ${formatQuantity(number, 'min', 1)} ${travelModes[condition.mode]} de ${nearest}`;
    case 'overlap':
      return `Part recouverte : ${formatShare(number ?? 0)}`;
    default:
      return relatedCount === 0
        ? 'Aucun objet dans cette relation.'
        : `${formatCount(relatedCount, ['objet', 'objets'])} dans cette relation`;
  }
}

/** Of a distance of nothing: what is covered in part is there, the rest may be touched only. */
function at({ overlap }: RelatedFeature): string {
  return overlap ? 'sur place' : 'sur place ou au contact';
}

/** Distances keep a decimal below a kilometre: a threshold may be a metre away. */
function formatDistance(metres: number): string {
  return metres < 1000 ? formatQuantity(metres, 'm', 1) : formatLength(metres);
}
