import { expect, it } from 'vitest';
import { geometryFamily } from '../../../src/publish/describe/geometry-family.ts';
import { failureSentence } from '../../../src/publish/strings/failure-sentence.ts';
import { createLayerTable, createSquare } from '../../helpers/create-layer.ts';

const nowhere = createLayerTable([null], { id: [1] });
const sentenceOf = (table: Parameters<typeof geometryFamily>[1]) => {
  try {
    return geometryFamily('sites.csv', table);
  } catch (error) {
    return failureSentence(error as Parameters<typeof failureSentence>[0]);
  }
};

it('tells a table whose one geometry cannot be read from one that has none', () => {
  expect(sentenceOf({ ...createLayerTable([createSquare(2.5, 50.5, 1)], {}), faults: [] })).toBe(
    'polygon',
  );
  expect(sentenceOf({ ...nowhere, faults: [] })).toContain('n’a pas de géométrie');
  expect(sentenceOf({ ...nowhere, faults: [{ row: 0, reason: 'open-ring' }] })).toBe(
    '« sites.csv » : son unique entité a une géométrie qui ne peut pas être lue : contour non fermé. Corrigez-la dans le logiciel SIG.',
  );
});
