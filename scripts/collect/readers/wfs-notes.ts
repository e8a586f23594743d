import { countOf } from '../../french-counts.ts';

/** What is to be said of the pages of a type. */
export interface PageFacts {
  /** Features of a page that another page of the same box had already. */
  repeated: number;
  /** Features that the boxes of several communes hold. */
  shared: number;
  /** Type that was read, where its name bears an edition. */
  typeName: string | null;
}

/** French sentences for the report, none where there is nothing to say. */
export function pageNotes({ repeated, shared, typeName }: PageFacts): string[] {
  return [
    repeated > 0 &&
      `${countOf(repeated, 'objet est revenu', 'objets sont revenus')} d’une page à l’autre et ne ${repeated > 1 ? 'comptent' : 'compte'} qu’une fois : la source les donne en double, ou ses pages ont bougé pendant la lecture et il peut en manquer autant.`,
    shared > 0 &&
      `${countOf(shared, 'objet est dans l’emprise de plusieurs communes et ne compte', 'objets sont dans l’emprise de plusieurs communes et ne comptent')} qu’une fois.`,
    typeName !== null && `Couche lue, la plus récente du service : ${typeName}.`,
  ].filter((note) => note !== false);
}
