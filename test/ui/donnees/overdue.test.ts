import { expect, it } from 'vitest';
import { metadataChanges } from '../../../src/ui/donnees/metadata-changes.ts';
import { overdueGroups } from '../../../src/ui/donnees/overdue.ts';
import { createLayer } from '../../helpers/create-catalogue.ts';

it('late layers are grouped by the department, or the producer, that answers for them, most late first', () => {
  const layers = [
    createLayer({ id: 'fresh', date: '2026-10-01', maintenance: 'annually', service: 'Urbanisme' }),
    createLayer({ id: 'a', date: '2026-09-01', maintenance: 'monthly', service: 'Urbanisme' }),
    createLayer({ id: 'b', date: '2025-10-01', maintenance: 'annually', producer: 'IGN' }),
    createLayer({ id: 'c', date: '2026-08-31', maintenance: 'monthly', service: 'Urbanisme' }),
    createLayer({ id: 'open', date: '2001-01-01' }),
  ];
  const groups = overdueGroups(layers, '2026-11-01');
  expect(
    groups.map(({ owner, layers: late }) => [
      owner,
      late.map(({ layer, days }) => [layer.id, days]),
    ]),
  ).toEqual([
    [
      'Urbanisme',
      [
        ['c', 32],
        ['a', 31],
      ],
    ],
    ['IGN', [['b', 31]]],
  ]);
});

it('a version tells what it says otherwise than the one before it', () => {
  const before = createLayer({ keywords: ['eau'] });
  const after = createLayer({ keywords: ['eau', 'crue'], date: '2026-02-01' });
  expect(metadataChanges(before, after)).toEqual(['date des données', 'mots-clés']);
  expect(metadataChanges(before, { ...before, history: 'x' })).toEqual([]);
});
