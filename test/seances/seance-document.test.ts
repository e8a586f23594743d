import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runSeances } from '../../scripts/seances/run-seances.ts';
import { createCatalogue } from '../helpers/create-catalogue.ts';
import { createPoints } from '../helpers/create-print.ts';
import { openPdf } from '../helpers/open-pdf.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arpent-document-'));
  const points = await createPoints([[2.5, 50.5]]);
  const catalogue = createCatalogue([points.layer]);
  await mkdir(join(folder, 'seances'));
  await mkdir(join(folder, points.layer.file.path, '..'), { recursive: true });
  await writeFile(join(folder, points.layer.file.path), points.data);
  await writeFile(join(folder, 'catalogue.json'), JSON.stringify(catalogue));
  const items = ['Les bornes', 'La question'].map((title, i) => ({
    ...{ number: String(i + 1), title, text: 'Un texte.', figures: [], source: '' },
    scene: {
      extent: [2.49, 50.49, 2.51, 50.51],
      layers: [{ id: points.layer.id, opacity: 1 }],
      ...(i === 1 && { question: { target: points.layer.id, where: ONE } }),
    },
  }));
  const seance = { ...HEAD, territory: catalogue.territory.siren, items };
  await writeFile(join(folder, 'seances', 'bornes.json'), JSON.stringify(seance));
});
afterEach(() => rm(folder, { recursive: true }));

it('the command makes the document of a session: a page an item, its map, its legend, what its question found', async () => {
  const path = join(folder, 'dossier.pdf');
  const { code, out, err } = await run('document', 'bornes', '--data', folder, '--sortie', path);
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/« Séance des bornes », 2 pages/);
  const { document, texts } = await openPdf(new Uint8Array(await readFile(path)));
  expect(texts).toHaveLength(2);
  expect(texts[0]).toMatch(/Point 1\. Les bornes.*Bornes géodésiques/s);
  expect(texts[1]).toMatch(/Point 2\. La question.*Réponse à la question.*1 .* sur 1/s);
  const marks = (await document.getMarkInfo()) as unknown as Map<string, boolean>;
  expect(marks.get('Marked')).toBe(true);
});

it('the command says what it cannot make', async () => {
  const lost = await run('document', 'autre', '--data', folder);
  expect([lost.code, lost.err]).toEqual([1, expect.stringMatching(/séance/)]);
  const unnamed = await run('document', '--data', folder);
  expect([unnamed.code, unnamed.err]).toEqual([2, expect.stringContaining('npm run seances')]);
  expect((await run('publier')).code).toBe(2);
});

async function run(...argv: string[]) {
  const said = { out: '', err: '' };
  const code = await runSeances(argv, {
    print: (line) => {
      said.out += line;
    },
    say: (line) => {
      said.err += line;
    },
    progress: { say() {}, clear() {} },
  });
  return { code, ...said };
}

const ONE = { kind: 'compare', field: 'nom', op: '=', value: 'borne 0' } as const;

const HEAD = {
  ...{ version: 1, id: 'bornes', title: 'Séance des bornes', assembly: 'Bureau', date: null },
} as const;
