import { describe, expect, it } from 'vitest';
import type { Issue } from '../../../src/publish/issue.ts';
import { issueLines } from '../../../src/publish/report/issue-lines.ts';
import { issuesToCsv } from '../../../src/publish/report/issues-to-csv.ts';
import { issuesToGeoJson } from '../../../src/publish/report/issues-to-geojson.ts';
import { summariseIssues } from '../../../src/publish/report/summarise-issues.ts';

const issue = (changes: Partial<Issue> = {}): Issue => ({
  rule: 'geometry.empty',
  severity: 'warning',
  layer: 'essai',
  row: 0,
  key: 'A1',
  place: null,
  facts: {},
  message: 'Message.',
  repair: 'Réparation.',
  ...changes,
});
const issues = [
  ...Array.from({ length: 5 }, (_, row) => issue({ row, key: `A${row}` })),
  issue({
    rule: 'geometry.invalid',
    severity: 'error',
    place: [2.5, 50.5],
    key: '=1+1',
    field: 'a',
  }),
];

describe('a report', () => {
  it('counts every issue by rule and severity, errors first', () => {
    const { counts, rules } = summariseIssues(issues);
    expect(counts).toEqual({ error: 1, warning: 5, notice: 0 });
    expect(rules.map(({ rule, count, examples }) => [rule, count, examples.length])).toEqual([
      ['geometry.invalid', 1, 1],
      ['geometry.empty', 5, 3],
    ]);
  });

  it('is a map of all of them, those without place too', () => {
    const { features } = issuesToGeoJson(issues);
    expect(features).toHaveLength(6);
    expect(features[0]).toMatchObject({
      geometry: null,
      properties: { gravite: 'avertissement', ligne: 1 },
    });
    expect(features[5]?.geometry).toEqual({ type: 'Point', coordinates: [2.5, 50.5] });
  });

  it('is a table of all of them in which nothing is a formula', () => {
    const lines = issuesToCsv(issues).trimEnd().split('\r\n');
    expect(lines).toHaveLength(7);
    expect(lines[0]).toBe(
      '\ufeffgravite;regle;couche;ligne;cle;champ;message;reparation;longitude;latitude',
    );
    expect(lines[6]).toBe("erreur;geometry.invalid;essai;1;'=1+1;a;Message.;Réparation.;2,5;50,5");
  });

  it('is lines for a terminal, with how many are not listed, and no escape of the data', () => {
    const lines = issueLines([...issues, issue({ message: 'Rouge \u001b[31m !' })]);
    expect(lines[0]).toBe('erreur · Géométries non valides (geometry.invalid)');
    expect(lines).toContain('  … et 3 autres du même genre : le rapport les liste tous.');
    expect(lines.join('')).not.toContain('\u001b');
    expect(issueLines([])).toEqual([]);
  });

  it('names the layer of an issue where there are several, also of one that is of no feature', () => {
    const table = { row: null, key: null };
    const lines = issueLines([issue({ layer: 'zones', ...table }), issue({ layer: 'voies' })]);
    expect(lines.slice(1, 3)).toEqual(['  zones : Message.', '  voies, A1 : Message.']);
    expect(issueLines([issue(table)])[1]).toBe('  Message.');
  });

  it('tells the repair of each issue where they differ, and once where they do not', () => {
    const repairs = (...texts: string[]) =>
      issueLines(texts.map((repair) => issue({ repair }))).filter((line) => line.includes('→'));
    expect(repairs('Ôtez.', 'Ôtez.')).toEqual(['  → Ôtez.']);
    expect(repairs('Ôtez 1 m².', 'Ôtez 2 m².')).toEqual(['    → Ôtez 1 m².', '    → Ôtez 2 m².']);
  });
});
