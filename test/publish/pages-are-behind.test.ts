import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { pagesAreBehind } from '../../scripts/publish/pages-are-behind.ts';

it('pages are behind where a layer that they were read from has another version, or where one cannot be read', async () => {
  const site = await mkdtemp(join(tmpdir(), 'arpent-behind-'));
  onTestFinished(() => rm(site, { recursive: true }));
  const published = [{ id: 'zae', version: 'b' }];
  expect(await pagesAreBehind(site, published)).toBe(false);

  await mkdir(join(site, 'communes'));
  const write = (name: string, text: string) => writeFile(join(site, 'communes', name), text);
  await write('autre.json', '{"versions":{"zae":"a"}}');
  expect(await pagesAreBehind(site, published)).toBe(false);

  await write('62119.json', '{"versions":{"zae":"b"}}');
  expect(await pagesAreBehind(site, published)).toBe(false);
  expect(await pagesAreBehind(site, [{ id: 'friches', version: 'c' }])).toBe(false);
  expect(await pagesAreBehind(site, [{ id: 'zae', version: 'c' }])).toBe(true);

  await write('62119.json', '{"versions":');
  expect(await pagesAreBehind(site, published)).toBe(true);
});

it('the picture of the first map is behind where a layer that it shows has another version', async () => {
  const site = await mkdtemp(join(tmpdir(), 'arpent-behind-'));
  onTestFinished(() => rm(site, { recursive: true }));
  const picture = join(site, 'premiere-carte.svg');
  await writeFile(picture, '<svg><desc>communes@a cours_eau@b</desc></svg>');
  expect(await pagesAreBehind(site, [{ id: 'communes', version: 'a' }])).toBe(false);
  expect(await pagesAreBehind(site, [{ id: 'zae', version: 'c' }])).toBe(false);
  expect(await pagesAreBehind(site, [{ id: 'cours_eau', version: 'c' }])).toBe(true);
  await writeFile(picture, '<svg/>');
  expect(await pagesAreBehind(site, [{ id: 'cours_eau', version: 'c' }])).toBe(false);
});
