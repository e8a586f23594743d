import type { QUESTION_FAULTS } from '../../domain/check-question.ts';
import type { ShapeFaultKind } from '../../domain/check-shape.ts';
import type { ErrorContext } from '../../domain/errors.ts';
import { MAX_NESTING } from '../../domain/question.ts';
import { formatNumber, NO_BREAK_SPACE } from './format.ts';

/** What a `question-invalid` is about, and what to do; by its `fault`, `null` where it has none. */
export function questionFault(context: ErrorContext): { title: string; todo: string } | null {
  const fault = String(context.fault);
  if (!Object.hasOwn(FAULTS, fault)) return null;
  return FAULTS[fault as Fault](placeOf(context));
}

type Fault = ShapeFaultKind | (typeof QUESTION_FAULTS)[number];

const redraw = 'Dessinez-la de nouveau, ou retirez la condition.';

const FAULTS: Record<Fault, (place: string) => { title: string; todo: string }> = {
  'shape-position': () => ({
    title: 'Une forme dessinée a un sommet qui n’est pas une longitude et une latitude en degrés.',
    todo: redraw,
  }),
  'shape-far': (place) => ({
    title: `Une forme dessinée sort trop loin du territoire${place}.`,
    todo: 'Vérifiez son système de coordonnées, ou dessinez-la de nouveau sur la carte.',
  }),
  'shape-open': (place) => ({
    title: `Le contour d’un secteur dessiné n’est pas fermé${place}.`,
    todo: redraw,
  }),
  'shape-few': (place) => ({
    title: `Une forme dessinée a trop peu de sommets${place} : il en faut trois pour un secteur, deux pour un tracé.`,
    todo: redraw,
  }),
  'shape-flat': (place) => ({
    title: `Un secteur dessiné n’a pas de surface${place} : ses sommets sont alignés.`,
    todo: redraw,
  }),
  'shape-crossing': (place) => ({
    title: `Le contour d’un secteur dessiné se croise ou se touche lui-même${place}.`,
    todo: 'Déplacez le sommet qui le fait se croiser, ou dessinez-le de nouveau.',
  }),
  nested: () => ({
    title: `La question emboîte plus de ${MAX_NESTING} niveaux de conditions.`,
    todo: 'Réunissez des groupes, ou posez la question en deux fois.',
  }),
  'own-travel': () => ({
    title:
      'Un temps de trajet entre les objets d’une même couche ne se calcule pas : chacun est à zéro minute de lui-même.',
    todo: 'Demandez une distance à vol d’oiseau, ou choisissez une autre couche.',
  }),
};

/** Where, in degrees, with a leading space; nothing when that is not known. */
function placeOf({ lng, lat }: ErrorContext): string {
  if (typeof lng !== 'number' || typeof lat !== 'number') return '';
  const degrees = (value: number) => `${formatNumber(value, 6)}${NO_BREAK_SPACE}°`;
  return ` (longitude ${degrees(lng)}, latitude ${degrees(lat)})`;
}
