import { expect, test } from 'vitest';
import { parseArguments } from '../../scripts/collect/arguments.ts';
import { usageSentence } from '../../scripts/collect/messages.ts';

const PLAIN = {
  siren: null,
  territory: null,
  only: null,
  dryRun: false,
  refresh: false,
  accept: false,
  out: undefined,
  json: false,
  report: undefined,
};

const sentence = (...words: string[]) => {
  const call = parseArguments(words);
  return 'fault' in call ? usageSentence(call.fault) : null;
};

test('without a word, the deployment’s own intercommunality is collected', () => {
  expect(parseArguments([])).toEqual(PLAIN);
});

test('every option is heard, and --only may be given twice', () => {
  const words = ['--epci', '200072460', '--only', 'communes, qpv', '--only=zae', '--dry-run'];
  const more = [
    '--refresh',
    '--accept',
    '--json',
    '--out',
    'ailleurs',
    '--report',
    'r.md',
    '--territoire',
    'officiel',
  ];
  expect(parseArguments([...words, ...more])).toEqual({
    siren: '200072460',
    territory: 'officiel',
    only: ['communes', 'qpv', 'zae'],
    dryRun: true,
    refresh: true,
    accept: true,
    out: 'ailleurs',
    json: true,
    report: 'r.md',
  });
});

test('what is wrong with a command line is said, with what to write', () => {
  expect(sentence('--help')).toContain('npm run collect');
  expect(sentence('--epic', '1')).toContain('--epic n’existe pas');
  expect(sentence('--only')).toContain('demande une valeur');
  expect(sentence('--only', ' , ')).toContain('au moins une source');
  expect(sentence('--epci', '62119')).toContain('neuf chiffres');
  expect(sentence('--report', 'r.pdf')).toContain('.json ou .md');
  expect(sentence('62119')).toContain('De trop : 62119');
});
