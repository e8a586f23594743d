import { expect, test } from 'vitest';
import { donnees } from '../../../src/ui/strings/donnees.ts';

test.each([
  [1, '1 jour de retard'],
  [60, '60 jours de retard'],
  [61, 'plus de 2 mois de retard'],
  [730, 'plus de 23 mois de retard'],
  [731, 'plus de 2 ans de retard'],
  [2152, 'plus de 5 ans de retard'],
])(
  '%d days late are told in a unit that is read at once, and never as more than they are',
  (days, text) => {
    expect(donnees.late(days)).toBe(text);
  },
);
