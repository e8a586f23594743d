import { type ComparedRow, decimalsOf } from '../../domain/compare-impacts.ts';
import type { ErrorData } from '../../domain/errors.ts';
import type { Criterion } from '../../domain/impact.ts';
import type { LeastParcels, LeastParcelsRequest } from '../../domain/least-parcels.ts';
import {
  formatAligned,
  formatArea,
  formatNumber,
  lowerFirst,
  NO_BREAK_SPACE,
  THIN_SPACE,
  unitSpace,
} from './format.ts';

/** Sentences of the screen of scenarios. */
export const scenarios = {
  intro:
    'Comparez deux emprises ou plus : un projet déplacé, un zonage modifié, un tracé et sa variante. La première sert de référence.',
  addTitle: 'Ajouter une variante',
  addDrawn: (name: string) => `Ajouter ${name}`,
  fromLayer: 'Depuis une couche ou un fichier',
  load: {
    open: 'Charger un fichier…',
    formats: 'GeoJSON, Shapefile (archive .zip), KML, GeoPackage… Rien n’est envoyé ni publié.',
    several: (count: number) =>
      `${formatNumber(count, 0)} couches ont été ouvertes : choisissez celle de l’emprise ci-dessous.`,
  },
  layer: 'Couche',
  feature: 'Objet',
  chooseLayer: 'Choisir une couche…',
  chooseFeature: 'Choisir un objet…',
  add: 'Ajouter',
  large: (most: number) =>
    `Dans une couche de plus de ${formatNumber(most, 0)} objets, comme les parcelles, choisissez l’objet d’un clic sur la carte, puis reprenez son contour ci-dessous.`,
  needTwo: 'Ajoutez au moins deux variantes pour les comparer.',
  variants: 'Variantes',
  reference: 'référence',
  halfWidth: (name: string) => `Demi-largeur de ${name}`,
  halfWidthShort: 'Demi-largeur',
  holding: (name: string) => `Maîtrise du sol de ${name}`,
  holdingShort: 'Maîtrise du sol',
  holdings: { purchase: 'achat', easement: 'servitude' },
  remove: (name: string) => `Retirer ${name} de la comparaison`,
  measuring: (name: string) => `Mesure de ${name}…`,
  stop: 'Arrêter',
  comparison: 'Comparaison',
  criterion: 'Critère',
  unit: 'Unité',
  verdictOf: (name: string) => `Ce que dit l’écart (${name})`,
  simulated:
    'Certaines couches lues sont simulées : ces chiffres n’ont aucune valeur réglementaire.',
  gap: (name: string, reference: string) =>
    `Écart ${name}${NO_BREAK_SPACE}–${NO_BREAK_SPACE}${reference}`,
  gains: 'On gagne',
  losses: 'On perd',
  verdicts: { gain: 'gain', loss: 'perte', same: 'égal', none: '' },
  details: (label: string) => `Détail : ${label}`,
  overlapping: 'Les classes peuvent se recouvrir : le total compte chaque mètre carré une fois.',
  features: (count: number) =>
    `${formatNumber(count, 0)} ${count < 2 ? 'objet touché' : 'objets touchés'}`,
  missing: (count: number) =>
    count < 2
      ? '1 objet sans valeur n’est pas compté.'
      : `${formatNumber(count, 0)} objets sans valeur ne sont pas comptés.`,
  noCriteria: 'Ce territoire ne décrit pas encore ce qu’il faut mesurer.',
  method: (crs: string) =>
    `Surfaces et distances mesurées en plan (${crs}). Les polygones d’une couche qui se recouvrent sont d’abord réunis : rien n’est compté deux fois. Les lignes et les points sont élargis de leur demi-largeur. Les écarts sont calculés avant arrondi. Les critères ne sont pas pondérés : leur nombre ne décide de rien.`,
  costs: {
    title: 'Coûts',
    note: 'Les documents du territoire ne donnent aucun coût unitaire : saisissez les vôtres. Rien n’est supposé.',
    purchase: 'Achat, € par m²',
    easement: 'Servitude, € par m²',
    works: 'Travaux, € par m²',
    total: (name: string, euros: string) => `${name}${NO_BREAK_SPACE}: ${euros}`,
    unknown: 'coût du sol à saisir',
  },
  file: {
    save: 'Enregistrer le scénario',
    open: 'Ouvrir un scénario…',
    invalid: 'Ce fichier n’est pas un scénario d’Arpent (.arpent.json).',
    other: (code: string) =>
      `Ce scénario a été fait pour un autre territoire (${code}) : ses emprises ne concernent pas celui-ci.`,
    changed: (titles: string[]) =>
      `Des couches ont changé depuis l’enregistrement (${titles.join(', ')}) : les chiffres sont recalculés avec les données d’aujourd’hui.`,
  },
  least: {
    title: 'Emprise minimale d’un ouvrage',
    intro:
      'Les parcelles entières, d’un seul tenant, qui suffisent à un ouvrage dans un secteur dessiné.',
    sector: 'Secteur',
    noSector: 'Dessinez d’abord le secteur où chercher.',
    volume: 'ou volume à stocker',
    depth: 'avec une hauteur d’eau moyenne de',
    area: 'Surface voulue',
    spare: 'Épargner d’abord',
    spared: {
      parcels: 'le nombre de parcelles',
      area: 'la surface prise',
      farmland: 'les terres exploitées',
    },
    search: 'Chercher',
    searching: 'Recherche…',
    none: 'Les parcelles comprises en entier dans ce secteur n’atteignent pas cette surface d’un seul tenant : agrandissez le secteur ou demandez moins.',
    tooMany: (count: number, limit: number) =>
      `Ce secteur contient ${formatNumber(count, 0)} parcelles entières ; la recherche s’arrête à ${formatNumber(limit, 0)}. Réduisez-le.`,
    name: 'Emprise minimale',
    add: 'Ajouter à la comparaison',
  },
};

/** Hectares below which a surface is said to be less than that, lest a sliver read as nothing. */
const LEAST_HECTARES = 0.01;

/** A measure with its unit: `4,82 ha`, `26 parcelles`. */
export function amountText(value: number, criterion: Criterion): string {
  const { unit } = criterion;
  if (unit.includes('|')) {
    const [one = '', many = ''] = unit.split('|');
    return `${formatNumber(value, 0)} ${Math.abs(value) < 2 ? one : many}`;
  }
  if (unit === 'ha' && value !== 0 && Math.abs(value) < LEAST_HECTARES) {
    return `moins de ${formatNumber(LEAST_HECTARES, 2)}${THIN_SPACE}ha`;
  }
  return `${decimalText(value, criterion)}${unitSpace(unit)}${unit}`;
}

/** A gap with its sign, without its unit, its decimals in line with those of the measures: `−4,80`, `+309`. */
export function gapText(gap: number, criterion: Criterion): string {
  const text = decimalText(Math.abs(gap), criterion);
  if (!/[1-9]/.test(text)) return '0';
  return `${gap > 0 ? '+' : '−'}${text}`;
}

/** All the decimals that a criterion has, so that a column reads down; nothing is `0`. */
function decimalText(value: number, criterion: Criterion): string {
  return value === 0 ? '0' : formatAligned(value, decimalsOf(criterion));
}

/** The unit of a criterion, plural: `parcelles`, `ha`. */
export const unitText = ({ unit }: Criterion): string => unit.split('|').at(-1) ?? unit;

/** How a variant stands against the first, in one sentence; criteria that neither favour nor harm are left to the table. */
export function differenceSentence(
  rows: readonly ComparedRow[],
  index: number,
  names: readonly string[],
): string {
  const [gains, losses] = [changes(rows, index, 'gain'), changes(rows, index, 'loss')];
  const start = `De ${names[0]} à ${names[index]}`;
  if (gains.length + losses.length === 0) {
    return `${start}, rien ne change sur les critères qui comptent.`;
  }
  const gained = gains.length > 0 ? `on gagne sur ${criteriaCount(gains.length)}` : '';
  const lost = losses.length > 0 ? `on perd sur ${criteriaCount(losses.length)}` : '';
  return `${start}, ${[gained, lost].filter((part) => part !== '').join(', mais ')}.`;
}

/** What is better, or worse, in a variant than in the first, one phrase a criterion: `parcelles touchées : 5 parcelles de moins`. */
export function changes(
  rows: readonly ComparedRow[],
  index: number,
  wanted: 'gain' | 'loss',
): string[] {
  return rows
    .filter(({ verdicts }) => verdicts[index] === wanted)
    .map((row) => changeText(row, index));
}

function changeText({ criterion, gaps }: ComparedRow, index: number): string {
  const gap = gaps[index] ?? 0;
  const amount = amountText(Math.abs(gap), criterion);
  return `${lowerFirst(criterion.label)}${NO_BREAK_SPACE}: ${amount} de ${gap > 0 ? 'plus' : 'moins'}`;
}

const criteriaCount = (count: number): string => `${count} ${count < 2 ? 'critère' : 'critères'}`;

/** Why a variant could not be measured, where its shape is to blame; null for another reason. */
export function shapeProblem({ code, context }: ErrorData): string | null {
  if (code !== 'geometry-invalid') return null;
  const { shape, reason } = context;
  if (reason === 'flat') return `« ${shape} » ne couvre aucune surface.`;
  if (reason === 'width') {
    return `« ${shape} » est une ligne ou un point : donnez-lui une demi-largeur en mètres.`;
  }
  return `Le contour de « ${shape} » se croise ou n’est pas valable : corrigez-le sur la carte, la mesure suivra.`;
}

/** Why a file of a scenario was not opened. */
export function fileProblem({ context: { reason, name } }: ErrorData): string {
  return reason === 'territory' ? scenarios.file.other(String(name)) : scenarios.file.invalid;
}

/** What was chosen, and how sure it is to be the best, with the bound. */
export function leastSentence(found: LeastParcels, spare: LeastParcelsRequest['spare']): string {
  const { keys, area, farmland, candidates, isExact, cost, bound } = found;
  const spared =
    spare === 'parcels' ? (value: number) => formatNumber(Math.ceil(value - 1e-9), 0) : formatArea;
  const chosen = `${formatNumber(keys.length, 0)} ${keys.length < 2 ? 'parcelle' : 'parcelles d’un seul tenant'}, ${formatArea(area)} dont ${formatArea(farmland)} de terres exploitées, parmi ${formatNumber(candidates, 0)} parcelles entières du secteur.`;
  const sure = isExact
    ? 'C’est le minimum : tous les autres ensembles ont été écartés.'
    : `Heuristique : un meilleur ensemble peut exister, mais aucun ne descend sous ${spared(bound)} (ici ${spared(cost)}).`;
  return `${chosen} ${sure}`;
}
