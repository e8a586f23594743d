import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { AppError } from '../../src/domain/errors.ts';
import { isBundle, readBundle } from '../../src/publish/bundle.ts';
import { prepareBundle } from '../../src/publish/prepare-bundle.ts';
import type { PreparedReport } from '../../src/publish/protocol.ts';
import { failureSentence } from '../../src/publish/strings/failure-sentence.ts';
import { encodeLayer } from '../../src/publish/write/encode-layer.ts';
import { createCatalogue } from '../helpers/create-catalogue.ts';
import { createDesk, squaresFile } from './create-desk.ts';

const NAMES = ['été', 'b', 'c', 'd', 'e'];

async function createBundle(title = 'Friches') {
  const { desk, site } = createDesk();
  const ignore = () => undefined;
  await desk.read({ files: [squaresFile('friches.geojson', NAMES)], site }, ignore);
  const choices = [{ index: 0, id: 'friches', crs: null, keep: ['nom'], schema: null }];
  const [report] = await desk.prepare({ choices }, ignore);
  const meta = { ...(report as PreparedReport).meta, title };
  const finished = { index: 0, meta, accepted: { 'geometry.empty': 2 } };
  const { layer } = await desk.encode({ index: 0, meta }, ignore);
  return { bytes: await desk.bundle({ layers: [finished] }, ignore), meta, layer };
}

const context = {
  territory: createCatalogue().territory,
  communes: null,
  published: async () => null,
  gdal: () => Promise.reject(new Error('no GDAL here')),
  today: '2026-03-01',
};

const sentenceOf = async (bytes: Uint8Array) => {
  const error = await readBundle(bytes, 'publication.zip').then(
    () => null,
    (thrown: AppError) => thrown,
  );
  return error && failureSentence(error);
};

describe('a bundle', () => {
  it('comes back as it was written, and its layer is encoded to the very same file', async () => {
    const { bytes, meta, layer } = await createBundle();
    expect(isBundle(bytes)).toBe(true);
    const bundle = await readBundle(bytes, 'publication.zip');
    expect(bundle.layers[0]).toMatchObject({
      meta,
      accepted: { 'geometry.empty': 2 },
      keep: ['nom'],
    });
    expect(bundle.sources[0]).toMatchObject({ path: 'friches.geojson' });
    const { layers } = await prepareBundle(bundle, context);
    const again = await encodeLayer(layers[0]!.meta, layers[0]!.table);
    expect(again.layer).toEqual(layer);
    expect(again.data).toEqual(bundle.layers[0]!.data);
  });

  it('warns when the layer was published by somebody else since it was made', async () => {
    const { bytes, meta, layer } = await createBundle();
    const bundle = await readBundle(bytes, 'publication.zip');
    const { layers } = await prepareBundle(bundle, context);
    const changes = async (version: string) => {
      const published = async () => ({ meta, version, table: layers[0]!.table });
      const again = await prepareBundle(bundle, { ...context, published });
      return again.layers[0]!.issues.filter(({ rule }) => rule === 'source.version-changed');
    };
    const [issue] = await changes('0badcafe');
    expect(issue?.message).toContain('0badcafe');
    expect(await changes(layer.file.version)).toEqual([]);
  });

  it('has the same bytes when it is made again', async () => {
    const [first, second] = [await createBundle(), await createBundle()];
    expect(first.bytes).toEqual(second.bytes);
    expect((await createBundle('Autre titre')).bytes).not.toEqual(first.bytes);
  });

  it('is refused wherever it is cut, with a sentence', async () => {
    const { bytes } = await createBundle();
    for (let share = 0; share < 1; share += 0.09) {
      const sentence = await sentenceOf(bytes.slice(0, Math.floor(bytes.length * share)));
      expect(sentence).toMatch(/^« publication.zip » : la publication est incomplète/);
    }
  });

  it('is refused when a part of it was changed, with a sentence that names the part', async () => {
    const { bytes } = await createBundle();
    const parts = unzipSync(bytes);
    const json = new TextDecoder().decode(parts['publication.json']);
    const titled = new TextEncoder().encode(json.replace('Friches', 'Fraises'));
    const renamed = zipSync({ ...parts, 'publication.json': titled }, { level: 0 });
    expect(await sentenceOf(renamed)).toContain(
      'modifiée depuis son téléchargement (« publication.json »)',
    );
    const file = Object.keys(parts).find((name) => name.endsWith('.parquet')) as string;
    const bent = parts[file]!.slice();
    bent[100]! ^= 1;
    expect(await sentenceOf(zipSync({ ...parts, [file]: bent }, { level: 0 }))).toContain(file);
  });

  it('never passes with another byte than those it was written with, but in what a zip may ignore', async () => {
    const { bytes } = await createBundle();
    const wanted = await readBundle(bytes, 'publication.zip');
    for (let at = 0; at < bytes.length; at += 97) {
      const bent = bytes.slice();
      bent[at]! ^= 0x10;
      const read = await readBundle(bent, 'publication.zip').catch((error: AppError) => error.code);
      if (read !== 'source-unreadable') expect(read).toEqual(wanted);
    }
  });
});
