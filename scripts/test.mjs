import { mkdir, readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { buildApp } from './steps/app.mjs';
import { obtainChromium } from './steps/chromium.mjs';
import { checkNode, installDependencies } from './steps/install.mjs';
import { runMain, timed } from './steps/log.mjs';
import { buildPages } from './steps/pages.mjs';
import { obtainPostgis } from './steps/postgis.mjs';
import { ROOT, runPackage } from './steps/run.mjs';
import { publishSeances } from './steps/seances.mjs';
import { buildTerritory } from './steps/territory.mjs';

/**
 * `npm test`: types, lint, then unit tests, those over the territory and those in a browser, from a fresh clone if need be.
 * Types and lint count as one check each. The last line is `N passed, N failed`, and the exit code 1 on a failure.
 */
async function main() {
  checkNode();
  await installDependencies();
  const env = { CHROMIUM_PATH: await obtainChromium() };
  const { unavailable } = await obtainPostgis();
  if (unavailable) console.log(`Sans comparaison avec PostGIS : ${unavailable}.`);
  await mkdir(join(ROOT, '.cache'), { recursive: true });
  // These need neither the territory nor the app: they use the core that building both leaves free.
  const [unit, rest] = await Promise.allSettled([
    runProjects(['unit', 'browser'], env),
    checkAndBuild().then((built) => runBuilt(built, env)),
  ]);
  for (const { reason } of [unit, rest]) if (reason) throw reason;
  const runs = [unit.value, ...rest.value];
  const sum = (name) => runs.reduce((total, run) => total + run[name], 0);
  for (const fault of runs.flatMap(({ faults }) => faults)) console.log(`\n✗ ${fault}`);
  const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : '';
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped}`);
  process.exitCode = sum('failed') > 0 ? 1 : 0;
}

/** Types and lint, then the territory and the app; gives what the checks count for, and where the layers were kept. */
async function checkAndBuild() {
  const codes = [
    await timed('Types', () => runPackage('typescript/bin/tsc', ['--noEmit'])),
    await timed('Règles d’écriture', () => runPackage('@biomejs/biome/bin/biome', ['check', '.'])),
  ];
  const keptLayers = await buildTerritory({ keepLayers: true });
  await publishSeances();
  await buildPages();
  await buildApp();
  const failed = codes.filter((code) => code !== 0).length;
  return { checks: { passed: codes.length - failed, failed, skipped: 0, faults: [] }, keptLayers };
}

/** The tests over what was built: those that lay out or ask the territory beside those of the app, which wait half their time. */
async function runBuilt({ checks, keptLayers }, env) {
  const built = { ...env, ARPENT_KEPT_LAYERS: keptLayers };
  const runs = [['territory'], ['e2e']].map((names) => runProjects(names, built));
  return [checks, ...(await Promise.all(runs))];
}

async function runProjects(projects, env) {
  const path = `.cache/test-report-${projects[0]}.json`;
  await rm(join(ROOT, path), { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${path}`];
  const chosen = projects.flatMap((name) => ['--project', name]);
  const args = ['run', ...chosen, ...reporters];
  const code = await runPackage('vitest/vitest.mjs', args, { env });
  const report = await readFile(join(ROOT, path), 'utf8').catch(() => null);
  if (!report) return { passed: 0, failed: 1, skipped: 0, faults: [`${projects}: no report`] };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } =
    JSON.parse(report);
  // A file that cannot be loaded has no tests to fail, and an unhandled error fails none.
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  const failed = numFailedTests + broken;
  return {
    passed: numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: numPendingTests + numTodoTests,
    faults: testResults.filter(({ status }) => status === 'failed').flatMap(faultsOf),
  };
}

/** What failed in a file, to be read again at the end: of thousands of lines, the last ones are those that people see. */
function faultsOf({ name, message, assertionResults }) {
  const file = relative(ROOT, name);
  const failed = assertionResults.filter(({ status }) => status === 'failed');
  if (failed.length === 0) return [`${file}\n${message}`];
  return failed.map(
    ({ fullName, failureMessages }) => `${file} > ${fullName}\n${failureMessages.join('\n')}`,
  );
}

await runMain(main);
