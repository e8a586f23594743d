import { countOf } from '../../french-counts.ts';
import { someOf } from '../make/some-of.ts';

/** What became of the objects of one layer. */
export interface GpuLosses {
  /** Answers with as many objects as one may hold, of a box that is not cut any more. */
  heldBack: number;
  /** Values put into the form that the standard has now. */
  mended: number;
}

/** French sentences for the report, none where nothing was lost. */
export function gpuNotes({ heldBack, mended }: GpuLosses): string[] {
  return [
    heldBack > 0 &&
      `${countOf(heldBack, 'réponse retient', 'réponses retiennent')} des objets empilés en un même lieu : la couche n’est pas complète là. Demandez l’archive du document au Géoportail de l’urbanisme.`,
    mended > 0 &&
      `${countOf(mended, 'valeur mise', 'valeurs mises')} en forme (« 2 » devient « 02 », champs d’anciennes versions du standard repris).`,
  ].filter((note) => note !== false);
}

/** Told once, with the first layer: which communes have no document. */
export function uncoveredNote(names: readonly string[]): string[] {
  if (names.length === 0) return [];
  return [
    `${countOf(names.length, 'commune', 'communes')} sans document au Géoportail de l’urbanisme : ${someOf(names)}. Règlement national d’urbanisme, ou document non versé : à vérifier auprès de la commune.`,
  ];
}

/** Where one answer does not hold all documents of the box. */
export const LIST_CUT_OFF =
  'La liste des documents d’urbanisme est tronquée par le service : des communes peuvent manquer.';
