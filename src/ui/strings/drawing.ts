import type { MetricCrs } from '../../domain/crs.ts';
import type { ErrorData } from '../../domain/errors.ts';
import { CRS_NAMES } from '../../domain/nomenclature/metric-crs.ts';
import type { Shape } from '../../domain/shape.ts';
import type { ShapeFacts, ShapeFault } from '../../domain/shape-facts.ts';
import type { DrawingKind } from '../../state/drawing-state.ts';
import { formatArea, formatLength } from './format.ts';

const KIND_NAMES: Record<DrawingKind, string> = {
  polygon: 'Secteur',
  line: 'Tracé',
  point: 'Point',
};

/** The first of `Secteur 1`, `Secteur 2`… that no shape has. */
function newName(kind: DrawingKind | undefined, drawn: readonly Shape[]): string {
  const stem = KIND_NAMES[kind ?? 'polygon'];
  let number = 1;
  while (drawn.some(({ name }) => name === `${stem} ${number}`)) number++;
  return `${stem} ${number}`;
}

/** Sentences of drawing on the map. */
export const drawing = {
  newName,
  draw: { polygon: 'Un secteur', line: 'Un tracé', point: 'Un point' },
  drawLabel: 'Dessiner',
  bar: 'Dessin en cours',
  how: {
    polygon: 'Posez chaque sommet du secteur, puis « Terminer » ou un double-clic.',
    line: 'Posez chaque point du tracé, puis « Terminer » ou un double-clic.',
    point: 'Posez le point à l’endroit voulu.',
  },
  howEdit:
    'Faites glisser un sommet ou le milieu d’un côté ; clic droit sur un sommet pour l’enlever. Au clavier : la liste des sommets, ci-dessous.',
  keys: 'Entrée : terminer. Retour arrière : enlever le dernier point. Échap : abandonner.',
  finish: 'Terminer',
  undo: 'Annuler le dernier point',
  undoEdit: 'Annuler la dernière modification',
  cancel: 'Abandonner',
  close: 'Fermer',
  edit: (name: string) => `Modifier le contour de ${name}`,
  rename: (name: string) => `Renommer ${name}`,
  remove: (name: string) => `Supprimer ${name}`,
  zoom: (name: string) => `Cadrer la carte sur ${name}`,
  nameLabel: 'Nom du dessin',
  measuring: 'mesure en cours…',
  outside: 'hors du territoire',
  holes: 'Ce contour a des trous ou trop de sommets pour être repris à la souris.',
  facts: (facts: ShapeFacts, crs: string) => {
    if (facts.fault) return 'à corriger';
    if (facts.area !== null) return `${formatArea(facts.area)} (${crs})`;
    return facts.length === null ? 'point' : `${formatLength(facts.length)} (${crs})`;
  },
  fault: (name: string, { reason, at }: ShapeFault) => {
    const place = at ? ' Le cercle rouge en montre l’endroit sur la carte.' : '';
    if (reason === 'flat') {
      return `« ${name} » ne couvre aucune surface : écartez ses sommets ou dessinez-le de nouveau.`;
    }
    if (reason === 'self-intersection' || reason === 'ring-self-intersection') {
      return `Le contour de « ${name} » se croise lui-même.${place} Déplacez un sommet pour le démêler : rien n’est perdu.`;
    }
    return `Le contour de « ${name} » n’est pas valable.${place} Corrigez-le ou supprimez-le.`;
  },
  other: 'Autrement qu’à la souris',
  take: 'Reprendre un contour',
  takeSelected: (title: string) => `Celui de l’objet choisi (${title})`,
  takeNone: 'Choisissez un objet sur la carte pour en reprendre le contour.',
  commune: 'Toute la commune de',
  takeCommune: 'Reprendre',
  communeName: (name: string) => `Commune de ${name}`,
  coordinates: {
    legend: 'Saisir ou coller des coordonnées',
    kind: 'Ce qu’elles décrivent',
    crs: 'Système',
    label: 'Coordonnées, un point par ligne',
    add: 'Ajouter à la carte',
    system: (system: 'degrees' | MetricCrs) =>
      system === 'degrees'
        ? 'WGS 84, degrés décimaux (longitude puis latitude)'
        : `${CRS_NAMES[system]}, mètres (est puis nord)`,
    example: (system: 'degrees' | MetricCrs, [x, y]: readonly [number, number]) =>
      system === 'degrees'
        ? `Exemple, au milieu du territoire : ${x.toFixed(4)} ${y.toFixed(4)}. La longitude (est) d’abord, la latitude ensuite.`
        : `Exemple, au milieu du territoire : ${x.toFixed(0)} ${y.toFixed(0)}. L’est (X) d’abord, le nord (Y) ensuite.`,
  },
};

/** Why coordinates that were typed make no shape. */
export function coordinatesProblem({ context }: ErrorData): string {
  const { reason, line, text, found, wanted } = context;
  if (reason === 'coordinates') {
    return `Ligne ${line}, « ${text} » : deux nombres sont attendus, séparés par une espace ou un point-virgule.`;
  }
  if (reason === 'few') {
    return `${found} point${Number(found) > 1 ? 's' : ''} : il en faut au moins ${wanted}.`;
  }
  if (reason === 'outside') {
    return 'Ces coordonnées tombent hors du territoire : vérifiez le système choisi et l’ordre des deux nombres.';
  }
  return 'Ces coordonnées ne décrivent pas un contour : vérifiez le système choisi et l’ordre des deux nombres.';
}
