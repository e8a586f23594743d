import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildApp } from './steps/app.mjs';
import { obtainChromium } from './steps/chromium.mjs';
import { checkNode, installDependencies } from './steps/install.mjs';
import { runMain, timed } from './steps/log.mjs';
import { obtainPostgis } from './steps/postgis.mjs';
import { ROOT, runPackage } from './steps/run.mjs';
import { buildTerritory } from './steps/territory.mjs';

/** Processes that run side by side: tests in a browser spend half their time waiting. */
const RUNS = [['unit'], ['territory'], ['browser', 'e2e']];

/**
 * `npm test`: types, lint, then unit, browser and end-to-end tests against the built app, from a fresh clone if need be.
 * Types and lint count as one check each. The last line is `N passed, N failed`, and the exit code 1 on a failure.
 */
async function main() {
  checkNode();
  await installDependencies();
  const chromium = await obtainChromium();
  const { unavailable } = await obtainPostgis();
  if (unavailable) console.log(`Sans comparaison avec PostGIS : ${unavailable}.`);
  const checks = [
    await timed('Types', () => runPackage('typescript/bin/tsc', ['--noEmit'])),
    await timed('Règles d’écriture', () => runPackage('@biomejs/biome/bin/biome', ['check', '.'])),
  ];
  await buildTerritory();
  await buildApp();
  const tests = await runTests(chromium);
  const failedChecks = checks.filter((code) => code !== 0).length;
  const passed = checks.length - failedChecks + tests.passed;
  const failed = failedChecks + tests.failed;
  const skipped = tests.skipped > 0 ? `, ${tests.skipped} skipped` : '';
  console.log(`\n${passed} passed, ${failed} failed${skipped}`);
  process.exitCode = failed > 0 ? 1 : 0;
}

async function runTests(chromium) {
  await mkdir(join(ROOT, '.cache'), { recursive: true });
  const runs = await Promise.all(RUNS.map((projects) => runProjects(projects, chromium)));
  const sum = (name) => runs.reduce((total, run) => total + run[name], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

async function runProjects(projects, chromium) {
  const path = `.cache/test-report-${projects[0]}.json`;
  await rm(join(ROOT, path), { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${path}`];
  const chosen = projects.flatMap((name) => ['--project', name]);
  const args = ['run', ...chosen, ...reporters];
  const code = await runPackage('vitest/vitest.mjs', args, { env: { CHROMIUM_PATH: chromium } });
  const report = await readFile(join(ROOT, path), 'utf8').catch(() => null);
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
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
  };
}

await runMain(main);
