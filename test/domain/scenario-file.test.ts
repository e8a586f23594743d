import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/domain/impact.ts';
import {
  linkToScenario,
  readScenarioFile,
  scenarioToLink,
  writeScenarioFile,
} from '../../src/domain/scenario-file.ts';

const territory = { siren: '200072460', shortName: 'Béthune-Bruay' } as never;
const scenario: Scenario = {
  name: '',
  variants: [
    {
      name: 'Tracé 1',
      shapes: [
        {
          name: 'Tracé 1',
          geometry: {
            type: 'LineString',
            coordinates: [
              [2.6, 50.5],
              [2.61, 50.51],
            ],
          },
        },
      ],
      halfWidth: 5,
      holding: 'easement',
    },
  ],
  costs: { purchase: null, easement: 0.4, works: null },
};

describe('a scenario that is kept', () => {
  it('comes back from its file and from its link', () => {
    const saved = { scenario, versions: { parcelles: '3f2a91c0' } };
    expect(readScenarioFile(writeScenarioFile(saved, territory), territory)).toEqual(saved);
    expect(linkToScenario(scenarioToLink(scenario) ?? '')).toEqual(scenario);
  });

  it.each([
    ['{', 'json'],
    ['{"kind":"question"}', 'kind'],
    ['{"kind":"scenario","arpent":1}', 'shape'],
    [
      writeScenarioFile({ scenario, versions: {} }, { siren: '1', shortName: 'Ailleurs' } as never),
      'territory',
    ],
  ])('says why a file is not one of this territory: %#', (text, reason) => {
    expect(() => readScenarioFile(text, territory)).toThrow(
      expect.objectContaining({ context: expect.objectContaining({ reason }) }),
    );
  });
});
