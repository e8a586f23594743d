import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type CheckOptions, checkLayers } from '../../scripts/layers/check.ts';
import type { Site } from '../../scripts/publish/site.ts';
import type { Layer } from '../../src/domain/layer.ts';
import { createCatalogue, createLayer } from '../helpers/create-catalogue.ts';

let site: Site;

beforeEach(async () => {
  const publicDir = await mkdtemp(join(tmpdir(), 'arpent-check-'));
  site = { publicDir, dataDir: publicDir };
  await publish([
    layer('zonage', '2026-01-01', 'asNeeded', 'Urbanisme'),
    layer('ecoles', '2025-10-01', 'annually', 'Éducation'),
    layer('travaux', '2026-11-20', 'daily', 'Voirie'),
    layer('digues', '2024-05-31', 'annually', 'GEMAPI'),
    layer('lots', '2026-05-01', 'biannually'),
  ]);
});
afterEach(() => rm(site.publicDir, { recursive: true }));

const layer = (id: string, date: string, maintenance: Layer['maintenance'], service?: string) =>
  createLayer({ id, date, ...(maintenance && { maintenance }), ...(service && { service }) });
const publish = (layers: Layer[]) =>
  writeFile(join(site.publicDir, 'catalogue.json'), JSON.stringify(createCatalogue(layers)));
const check = (options: Partial<CheckOptions> = {}) =>
  checkLayers({ today: '2026-11-21', ...options }, site);

it('lists what is overdue, the longest first, and says so to a scheduler', async () => {
  expect(await check()).toMatchObject({
    lines: [
      'Couche  Service    Données du  Mise à jour       Attendue le  Retard',
      'digues  GEMAPI     31/05/2024  tous les ans      31/05/2025   539 jours',
      'ecoles  Éducation  01/10/2025  tous les ans      01/10/2026   51 jours',
      'lots    essai      01/05/2026  deux fois par an  01/11/2026   20 jours',
      '3 couches en retard, 1 couche à jour, 1 couche sans échéance.',
    ],
    exitCode: 1,
  });
});

it('lists all layers when asked, those without a deadline last', async () => {
  const { lines, exitCode } = await check({ all: true });
  expect(exitCode).toBe(1);
  expect(lines.slice(1, -1).map((line) => line.split(' ')[0])).toEqual([
    'digues',
    'ecoles',
    'lots',
    'travaux',
    'zonage',
  ]);
  expect(lines[4]).toMatch(/tous les jours +21\/11\/2026 +à jour$/);
  expect(lines[5]).toMatch(/quand il le faut +sans échéance$/);
});

it('is about one department alone when one is named', async () => {
  expect(await check({ service: 'voirie' })).toEqual({
    layers: [],
    lines: ['Aucune couche en retard : 1 couche à jour, 0 couche sans échéance.'],
    exitCode: 0,
  });
  expect((await check({ service: 'gemapi' })).lines).toHaveLength(3);
});

it('gives the same as data for a program', async () => {
  const { layers, exitCode } = await check({ service: 'Éducation' });
  expect(exitCode).toBe(1);
  expect(layers).toEqual([
    {
      layer: 'ecoles',
      title: 'Parcelles',
      service: 'Éducation',
      date: '2025-10-01',
      maintenance: 'annually',
      kind: 'overdue',
      due: '2026-10-01',
      daysLate: 51,
    },
  ]);
});

it('is late from the day after, not on the day', async () => {
  expect((await check({ today: '2025-05-31' })).exitCode).toBe(0);
  const { lines } = await check({ today: '2025-06-01' });
  expect(lines[1]).toMatch(/31\/05\/2025 +1 jour$/);
});

it('says that nothing is published', async () => {
  await rm(join(site.publicDir, 'catalogue.json'));
  await expect(check()).rejects.toMatchObject({ code: 'catalogue-missing' });
});
