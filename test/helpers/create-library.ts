import type { Indicator, Library, SavedQuestion } from '../../src/domain/library.ts';

/** A figure of the whole territory in metres. */
export function createIndicator(overrides: Partial<Indicator> = {}): Indicator {
  return {
    id: 'ind-001',
    theme: 'limites',
    label: 'Réseaux renouvelés',
    value: 3878,
    unit: 'm',
    year: 2024,
    scope: 'agglo',
    raw: '3 878 m',
    source: '000:902',
    ...overrides,
  };
}

/** A question on SQL that gives one number. */
export function createSaved(overrides: Partial<SavedQuestion> = {}): SavedQuestion {
  return {
    id: 'q01',
    theme: 'limites',
    role: 'elu',
    sentence: 'Combien de communes ?',
    ask: { sql: ['SELECT count(*) AS communes', 'FROM communes'] },
    show: 'number',
    reply: '{communes:commune|communes}.',
    method: 'Compte des communes.',
    needs: 'la liste des communes',
    ...overrides,
  };
}

/** A library of one theme. */
export function createLibrary(overrides: Partial<Library> = {}): Library {
  return {
    version: 1,
    documents: { '000': 'Rapport d’activité 2024' },
    themes: [{ id: 'limites', title: 'Limites', summary: '', figures: [] }],
    indicators: [createIndicator()],
    contradictions: [],
    questions: [createSaved()],
    systems: [],
    ...overrides,
  };
}
