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
 * `npm test`: unit tests, those over the territory, those in a browser and those of the built app, types and lint, then what looks at
 * times, alone, from a fresh clone if need be.
 * Types and lint count as one check each. The last line is `N passed, N failed`, and the exit code 1 on a failure.
 */
async function main() {
  checkNode();
  await installDependencies();
  const env = { CHROMIUM_PATH: await obtainChromium() };
  const { unavailable } = await obtainPostgis();
  if (unavailable) console.log(`Sans comparaison avec PostGIS : ${unavailable}.`);
  await mkdir(join(ROOT, '.cache'), { recursive: true });
  // Two cores, two lanes: what takes longest waits for the build alone, and all that needs nothing built goes beside it.
  const built = build();
  const lanes = await Promise.allSettled([
    built.then((keptLayers) => runProjects(['e2e'], withLayers(env, keptLayers))),
    runBeside(built, env),
  ]);
  for (const { reason } of lanes) if (reason) throw reason;
  const runs = [...lanes.flatMap(({ value }) => value), await runProjects(['timed'], env)];
  const sum = (name) => runs.reduce((total, run) => total + run[name], 0);
  for (const fault of runs.flatMap(({ faults }) => faults)) console.log(`\n✗ ${fault}`);
  const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : '';
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped}`);
  process.exitCode = sum('failed') > 0 ? 1 : 0;
}

/** The territory and all that is made of it, then the app; gives where the layers were kept. */
async function build() {
  const keptLayers = await buildTerritory({ keepLayers: true });
  await publishSeances();
  await buildPages();
  await buildApp();
  return keptLayers;
}

/** The tests of nothing built, types and lint, then, over what is built by now, those that lay out the territory or ask it. */
async function runBeside(built, env) {
  const runs = [await runProjects(['unit', 'browser'], env), await runChecks()];
  return [...runs, await runProjects(['territory'], withLayers(env, await built))];
}

/** Types and lint: what they count for. */
async function runChecks() {
  const codes = [
    await timed('Types', () => runPackage('typescript/bin/tsc', ['--noEmit'])),
    await timed('Règles d’écriture', () => runPackage('@biomejs/biome/bin/biome', ['check', '.'])),
  ];
  const failed = codes.filter((code) => code !== 0).length;
  return { passed: codes.length - failed, failed, skipped: 0, faults: [] };
}

function withLayers(env, keptLayers) {
  return { ...env, ARPENT_KEPT_LAYERS: keptLayers };
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
