import { foldText } from '../../domain/fold-text.ts';
import { findLicence } from '../../domain/nomenclature/licences.ts';
import { allAt, textOf } from './xml-path.ts';
import type { XmlNode } from './xml-tree.ts';

/**
 * Name of the licence that the legal constraints of a resource name: a known one wherever it stands, else the first
 * condition of use, as it is written; undefined when they only say that there is none.
 */
export function readLicence(data: XmlNode): string | undefined {
  const blocks = allAt(data, 'resourceConstraints/*');
  const conditions = blocks.flatMap((block) => [
    ...(allAt(block, 'useConstraints').length > 0 ? allAt(block, 'otherConstraints') : []),
    ...allAt(block, 'reference/CI_Citation/title'),
  ]);
  const limitations = blocks.flatMap((block) => allAt(block, 'useLimitation'));
  const accesses = blocks.flatMap((block) => allAt(block, 'otherConstraints'));
  const texts = [...conditions, ...limitations, ...accesses].flatMap((node) => [
    ...addressesOf(node),
    textOf(node) ?? '',
  ]);
  for (const text of texts) {
    const licence = findLicence(text);
    if (licence) return licence.name;
  }
  return [...conditions, ...limitations]
    .map((node) => textOf(node))
    .find((text) => text && !NO_CONDITION.test(foldText(text)));
}

const addressesOf = ({ children }: XmlNode) =>
  children.flatMap(({ attributes }) => (attributes.href ? [attributes.href] : []));

/** "Aucune condition ne s’applique", "Pas de restriction d’accès public", "no conditions apply". */
const NO_CONDITION = /^(aucune? |pas de |no |conditions? inconnues?|non renseigne)/;
