import { expect, test } from 'vitest';
import type { SourceOutcome } from '../../scripts/collect/source-outcome.ts';
import { unreachedLines } from '../../scripts/collect/unreached.ts';
import { AppError } from '../../src/domain/errors.ts';

/** A source whose host could not be reached or, without one, that went well after `parts` requests. */
function createOutcome(id: string, host: string | null, parts = 1): SourceOutcome {
  const context = { reason: 'network', url: `https://${host}/${id}`, code: 'ENOTFOUND' };
  return {
    recipe: { id, onFailure: 'Relancez plus tard.' },
    fetched: { parts },
    failure: host && new AppError('source-failed', id, context),
  } as unknown as SourceOutcome;
}

test('without a network one sentence is said, though a source had nothing to ask', () => {
  const outcomes = [createOutcome('iris', 'a.fr'), createOutcome('qpv', 'b.fr')];
  const lines = unreachedLines([...outcomes, createOutcome('zae', null, 0)]);
  expect(lines).toEqual([expect.stringContaining('Aucune source n’a pu être jointe')]);
});

test('a host that is down is told once, with its sources and what each advises', () => {
  const down = ['iris', 'zaer'].map((id) => createOutcome(id, 'a.fr'));
  expect(unreachedLines([...down, createOutcome('qpv', null)])).toEqual([
    expect.stringContaining('a.fr ne peut pas être joint (ENOTFOUND) : iris, zaer.'),
    '  iris, zaer : Relancez plus tard.',
  ]);
});
