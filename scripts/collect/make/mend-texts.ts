import type { Feature } from 'geojson';
import { repairText } from '../../../src/publish/validate/repair-text.ts';
import { countOf } from '../../french-counts.ts';

/**
 * Features whose texts have the accents that were meant, where an encoding read as another shows which (`CommunautÃ©`, `N\u009cux`); a
 * note tells how many were mended and which was the first. A letter that is lost for good (`\ufffd`) stays so.
 */
export function mendTexts(features: readonly Feature[], notes: Set<string>): Feature[] {
  let count = 0;
  let sample = '';
  const mended = features.map((feature) => {
    const broken = Object.entries(feature.properties ?? {}).flatMap(([name, value]) => {
      const repaired = typeof value === 'string' && SUSPECT.test(value) ? repairText(value) : null;
      return repaired === null ? [] : [[name, repaired] as const];
    });
    if (broken.length === 0) return feature;
    count += broken.length;
    sample ||= broken[0]?.[1] ?? '';
    return { ...feature, properties: { ...feature.properties, ...Object.fromEntries(broken) } };
  });
  if (count > 0) {
    const texts = countOf(
      count,
      'texte aux accents abîmés a été réparé',
      'textes aux accents abîmés ont été réparés',
    );
    notes.add(`${texts} : « ${sample} », par exemple.`);
  }
  return mended;
}

/** All that a text in the wrong encoding may hold, quickly told. */
const SUSPECT = /[\u0080-\u009fÃÂâÅ]/;
