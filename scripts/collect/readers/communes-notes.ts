import type { MetricCrs } from '../../../src/domain/crs.ts';
import { crsWithCode } from '../../../src/domain/nomenclature/metric-crs.ts';
import { countOf } from '../../french-counts.ts';
import { someOf } from '../make/some-of.ts';

/** How the communes that a service gave differ from those of the official list. */
export interface CommuneDifferences {
  /** Of the list, not given: name and code. */
  missing: string[];
  /** Given, not of the list: name and code. */
  extra: string[];
  /** Not given any more, for they were merged since the list: what became of what. */
  merged: { from: string; into: string }[];
  /** Given apart, though the list has them merged into another. */
  split: string[];
  /** Given under another name than that of the list. */
  renamed: { code: string; listed: string; given: string }[];
}

/** French sentences for the report, none where both agree. */
export function communeNotes(differences: CommuneDifferences): string[] {
  const { missing, extra, merged, split, renamed } = differences;
  return [
    missing.length > 0 &&
      `${countOf(missing.length, 'commune', 'communes')} de la liste officielle que le service ne donne pas : ${someOf(missing)}. ${CHECK}`,
    extra.length > 0 &&
      `${countOf(extra.length, 'commune donnée', 'communes données')} par le service sans être de la liste officielle : ${someOf(extra)}. ${CHECK}`,
    ...merged.map(({ from, into }) => `${from} a été réunie à ${into} depuis la liste officielle.`),
    split.length > 0 &&
      `${countOf(split.length, 'commune donnée', 'communes données')} à part, que la liste officielle compte dans une commune nouvelle : ${someOf(split)}.`,
    ...renamed.map(
      ({ code, listed, given }) => `${code} : « ${given} » au lieu de « ${listed} » dans la liste.`,
    ),
  ].filter((note) => note !== false);
}

const CHECK = 'Mettez la liste officielle à jour, ou vérifiez le périmètre au 1ᵉʳ janvier.';

/** What is said of the quality of the outlines: how their surfaces were measured. */
export function surfaceQuality(crs: MetricCrs): string {
  return `Surfaces mesurées sur les contours du service, en ${crsWithCode(crs)}.`;
}
