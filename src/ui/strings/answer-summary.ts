import type { Answer } from '../../domain/answer.ts';
import type { ViewGroup } from '../../domain/answer-view.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import { findLayer } from '../../domain/catalogue.ts';
import type { Field, Layer } from '../../domain/layer.ts';
import {
  formatCount,
  formatDate,
  formatNumber,
  formatShare,
  formatSize,
  formatValue,
} from './format.ts';
import { fr } from './fr.ts';
import { questionToSentence } from './question-sentence.ts';

/** What a summary is made of. */
export interface SummaryParts {
  answer: Answer;
  catalogue: Catalogue;
  /** Sum of the areas (m²) or lengths (m) of all features of the layer; null for points and while it is not known. */
  layerTotal: number | null;
  /** What the reader keeps of the answer: a sentence a filter, and the figures of the rows kept; null for all of it. */
  kept: { filters: string[]; count: number; total: number | null } | null;
  /** The figures by commune, largest first; null for a layer that does not name communes. */
  communes: { field: Field; groups: ViewGroup[] } | null;
  /** Address that gives the same answer again. */
  link: string | null;
}

/** A part of a summary: a paragraph, or a list under its title. */
export type SummaryBlock = { text: string } | { title: string; items: string[] };

/**
 * An answer in a few French sentences, to be pasted in a report: the question, its figures, the communes that hold most of it,
 * then dates, producers and versions of the data. A file of the reader's own is never named, nor is a link given that would
 * name it.
 */
export function answerSummary(parts: SummaryParts): SummaryBlock[] {
  const { answer, catalogue, kept, communes, link } = parts;
  const target = findLayer(catalogue, answer.question.target);
  const others = catalogue.layers.filter(
    ({ id }) => id !== target.id && answer.versions[id] !== undefined,
  );
  const layers = [target, ...others];
  const isPrivate = layers.some(({ isTemporary }) => isTemporary);
  return [
    { text: questionToSentence(answer.question, catalogue) },
    { text: figuresSentence(parts, target) },
    ...(kept ? [{ text: keptSentence(kept, answer, target) }] : []),
    ...(communes && communes.groups.length > 0
      ? [{ text: communesSentence(communes, target) }]
      : []),
    ...faultsOf(answer, catalogue),
    { title: 'Données :', items: layers.map((layer) => sourceLine(layer, answer)) },
    ...simulatedNote(layers),
    ...(link && !isPrivate ? [{ text: `Réponse en ligne : ${link}` }] : []),
  ];
}

/** A summary as plain text. */
export function summaryToText(blocks: SummaryBlock[]): string {
  return blocks
    .map((block) =>
      'text' in block
        ? block.text
        : [block.title, ...block.items.map((item) => `- ${item}`)].join('\n'),
    )
    .join('\n');
}

/** A summary as HTML, for a word processor. */
export function summaryToHtml(blocks: SummaryBlock[]): string {
  return blocks
    .map((block) =>
      'text' in block
        ? `<p>${escapeHtml(block.text)}</p>`
        : `<p>${escapeHtml(block.title)}</p><ul>${block.items
            .map((item) => `<li>${escapeHtml(item)}</li>`)
            .join('')}</ul>`,
    )
    .join('');
}

function figuresSentence({ answer, layerTotal }: SummaryParts, target: Layer): string {
  const { count, outOf, total } = answer;
  const share = outOf > 0 ? ` (${shareText(count / outOf)})` : '';
  const counted = `${formatCount(count, target.noun)} sur ${formatNumber(outOf, 0)}${share}`;
  if (total === null) return `${counted}.`;
  const ofTotal =
    layerTotal !== null && layerTotal > 0
      ? ` (${shareText(total / layerTotal)} de ${target.geometry === 'polygon' ? 'la surface' : 'la longueur'} totale)`
      : '';
  return `${counted}, soit ${formatSize(total, target.geometry)}${ofTotal}, mesures en ${fr.crs[answer.crs]}.`;
}

function keptSentence(
  { filters, count, total }: NonNullable<SummaryParts['kept']>,
  answer: Answer,
  target: Layer,
): string {
  const size = total === null ? '' : `, ${formatSize(total, target.geometry)}`;
  return `Dont ${formatCount(count, target.noun)} sur ${formatNumber(answer.count, 0)}${size}, en gardant : ${filters.join(' ; ')}.`;
}

function communesSentence(
  { field, groups }: NonNullable<SummaryParts['communes']>,
  target: Layer,
): string {
  const named = groups.slice(0, COMMUNES_NAMED).map((group) => {
    const name = group.value === null ? 'non renseignée' : communeName(group.value, field);
    return `${name} (${groupFigures(group.count, group.sums[0], target)})`;
  });
  const others = groups.slice(COMMUNES_NAMED);
  if (others.length === 0) return `Par commune : ${named.join(', ')}.`;
  const count = others.reduce((sum, group) => sum + group.count, 0);
  const size = others.reduce((sum, group) => sum + (group.sums[0] ?? 0), 0);
  const rest = formatCount(others.length, ['autre commune', 'autres communes']);
  const figures = groupFigures(count, target.geometry === 'point' ? undefined : size, target);
  return `Par commune : ${named.join(', ')} et ${rest} : ${figures}.`;
}

function groupFigures(count: number, size: number | undefined, target: Layer): string {
  const counted = formatCount(count, target.noun);
  return size === undefined ? counted : `${counted}, ${formatSize(size, target.geometry)}`;
}

/** The name of a commune, without the code that the layer may hold. */
function communeName(value: string | number | boolean, field: Field): string {
  return field.codes?.[String(value)] ?? formatValue(value, field);
}

function sourceLine(layer: Layer, answer: Answer): string {
  if (layer.isTemporary) return 'Un fichier local, non publié';
  const access = layer.restricted ? ', accès restreint' : '';
  return `${layer.title}, ${layer.producer}, au ${formatDate(layer.date)}, version ${answer.versions[layer.id]}, ${layer.licence}${access}`;
}

function faultsOf({ faulty }: Answer, catalogue: Catalogue): SummaryBlock[] {
  return Object.entries(faulty).map(([id, count]) => {
    const { noun } = findLayer(catalogue, id);
    return {
      text: `${formatCount(count, noun)} sans géométrie lisible ${count < 2 ? 'n’a' : 'n’ont'} pu être ${count < 2 ? 'placé' : 'placés'}.`,
    };
  });
}

function simulatedNote(layers: Layer[]): SummaryBlock[] {
  const simulated = layers.filter((layer) => layer.simulated).map(({ title }) => title);
  if (simulated.length === 0) return [];
  return [{ text: `Géométries simulées, sans valeur réglementaire : ${simulated.join(', ')}.` }];
}

/** A share as a percentage; one that is not nothing is not said to be: below a thousandth, `moins de 0,1 %`. */
export function shareText(share: number): string {
  return share > 0 && share < 0.001 ? `moins de ${formatShare(0.001)}` : formatShare(share);
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const COMMUNES_NAMED = 5;
