import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { descriptionPath, readCatalogue } from '../../../scripts/publish/site.ts';
import { commandSentence } from '../../../scripts/publish/site-sentences.ts';
import { AppError } from '../../../src/domain/errors.ts';
import { createEmptySite, leftovers, siteFaults } from '../../helpers/site-on-disk.ts';
import { createVersion, serveVersions } from '../../helpers/small-versions.ts';
import { watchDisk } from '../../helpers/watch-disk.ts';

/** Full, over one's quota, broken: each step meets one of them, and the next step another. */
const FAULTS = ['ENOSPC', 'EDQUOT', 'EIO'];

it('a disk that fails at any step, in one way or another, leaves a whole version served, and says so in French', async () => {
  const site = await createEmptySite();
  await serveVersions(site, await createVersion('a', 'avant', undefined, { title: 'avant' }));
  let isDone = false;
  let failures = 0;
  for (let failing = 1; !isDone; failing++) {
    const title = `après ${failing}`;
    const next = await createVersion('a', title, undefined, { title });
    const before = (await readCatalogue(site))?.layers[0]?.title;
    const code = FAULTS[failing % FAULTS.length];
    let step = 0;
    const stop = watchDisk((what) => {
      step++;
      if (step === failing) throw Object.assign(new Error(`${code}: ${what}`), { code });
    });
    const error = await serveVersions(site, next).catch((thrown: unknown) => thrown);
    stop();
    isDone = step < failing;
    const after = (await readCatalogue(site))?.layers[0]?.title;
    expect(await siteFaults(site)).toEqual([]);
    if (isDone || !error) continue;
    failures++;
    if (!(error instanceof AppError)) throw error;
    expect(commandSentence(error)).toMatch(code === 'EIO' ? /\(EIO\)/ : /Le disque est plein/);
    expect(after).toBe(error.context.isPublished ? title : before);
  }
  expect(failures).toBeGreaterThan(15);
  await serveVersions(site, await createVersion('a', 'fin', undefined, { title: 'fin' }));
  expect(await leftovers(site)).toEqual([]);
  const kept = JSON.parse(await readFile(descriptionPath(site, 'a'), 'utf8'));
  expect(kept.title).toBe('fin');
});
