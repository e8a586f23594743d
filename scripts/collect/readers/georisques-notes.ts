import { countOf } from '../../french-counts.ts';
import { someOf } from '../make/some-of.ts';

/** Of a collection of which fewer rows came than the service counts. */
export function missingRowsNote(collection: string, announced: number, came: number): string {
  return `Géorisques annonce ${countOf(announced, 'ligne', 'lignes')} de « ${collection} » et n’en a renvoyé que ${came} : la couche est incomplète.`;
}

/** Of communes of which nothing was returned; `day` is `YYYY-MM-DD`. */
export function silentCommunesNote(names: readonly string[], day: string): string {
  const date = day.split('-').reverse().join('/');
  return `Aucune donnée renvoyée le ${date} pour ${someOf(names)} : ce n’est pas une absence de risque.`;
}

/** Of rows without coordinates. */
export function placelessNote(count: number): string {
  return `${countOf(count, 'ligne sans', 'lignes sans')} coordonnées ni code de commune : non prises sur la carte.`;
}
