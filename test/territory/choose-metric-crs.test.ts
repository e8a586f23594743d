import { expect, it } from 'vitest';
import { chooseMetricCrs } from '../../scripts/territory/choose-metric-crs.ts';
import {
  boxAround,
  listOfficialGroups,
  readOfficialGroup,
} from '../../scripts/territory/official-groups.ts';
import { METRIC_CRS } from '../../src/domain/crs.ts';
import { projectPosition } from '../../src/geo/project.ts';
import { scaleAt } from '../../src/paper/scale-error.ts';

it.each([
  ['62', [2.3, 50.3, 2.9, 50.7], 'EPSG:3950'],
  ['59', [2.2, 50.9, 2.6, 51.09], 'EPSG:3950'],
  ['68', [7.1, 47.6, 7.6, 47.9], 'EPSG:3948'],
  ['31', [1.2, 43.4, 1.6, 43.7], 'EPSG:3944'],
  ['2A', [8.6, 41.4, 9.3, 41.7], 'EPSG:3942'],
  ['971', [-61.8, 16, -61.4, 16.4], 'EPSG:5490'],
  ['973', [-54, 4, -52, 5.5], 'EPSG:2972'],
  ['974', [55.2, -21.4, 55.8, -20.9], 'EPSG:2975'],
  ['976', [45, -13, 45.3, -12.6], 'EPSG:4471'],
] as const)('department %s, %j, is measured in %s', (department, extent, crs) => {
  expect(chooseMetricCrs(department, extent)).toBe(crs);
});

it('lengths at the middle of every intercommunality differ by less than a metre a kilometre in its system', () => {
  const samples = listOfficialGroups().filter(
    ({ communes }, i) => i % 40 === 0 || communes[0]?.code.startsWith('97'),
  );
  for (const { siren } of samples) {
    const { communes } = readOfficialGroup(siren);
    const [west, south, east, north] = boxAround(communes.map(({ extent }) => extent));
    const crs = chooseMetricCrs(communes[0]?.department ?? '', [west, south, east, north]);
    expect(METRIC_CRS).toContain(crs);
    const middle = projectPosition([(west + east) / 2, (south + north) / 2], crs);
    expect(Math.abs(scaleAt(middle, crs) - 1)).toBeLessThan(1e-3);
  }
});
