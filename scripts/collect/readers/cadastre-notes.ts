import { countOf } from '../../french-counts.ts';
import { someOf } from '../make/some-of.ts';

/** What a layer of the cadastre lost or lacks. */
export interface CadastreLosses {
  /** Communes whose file is not there. */
  absent: string[];
  /** Communes whose file has no feature. */
  empty: string[];
  /** Features left out for they repeat another, for they have no outline, and those of another commune. */
  repeated: number;
  placeless: number;
  foreign: number;
  /** Ids of which several outlines came. */
  united: string[];
}

/** French sentences for the report, none where nothing was lost. */
export function cadastreNotes(losses: CadastreLosses): string[] {
  const { absent, empty, repeated, placeless, foreign, united } = losses;
  return [
    absent.length > 0 &&
      `${countOf(absent.length, 'commune', 'communes')} sans fichier au cadastre Etalab : ${someOf(absent)}.`,
    empty.length > 0 &&
      `${countOf(empty.length, 'commune', 'communes')} dont le fichier est vide : ${someOf(empty)}.`,
    united.length > 0 &&
      `${countOf(united.length, 'identifiant vu', 'identifiants vus')} plusieurs fois avec des contours différents, réunis chacun en un objet : ${someOf(united)}.`,
    repeated > 0 &&
      `${countOf(repeated, 'objet répété laissé', 'objets répétés laissés')} de côté (même identifiant, même contour).`,
    placeless > 0 &&
      `${countOf(placeless, 'objet sans contour laissé', 'objets sans contour laissés')} de côté.`,
    foreign > 0 &&
      `${countOf(foreign, 'objet d’une autre commune laissé', 'objets d’autres communes laissés')} de côté.`,
  ].filter((note) => note !== false);
}
