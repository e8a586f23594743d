import { describe, expect, it } from 'vitest';
import { packFolder, packOf, readAddress, siteRoot } from '../../src/offline/site-address.ts';

const ROOT = 'https://atlas.example.fr/outils/arpent/';

describe('an address of the site', () => {
  it.each([
    ['', { kind: 'page' }],
    ['index.html?x=1#/carte', { kind: 'page' }],
    ['assets/index-abc.js', { kind: 'asset', path: 'assets/index-abc.js' }],
    ['manifest.webmanifest', { kind: 'asset', path: 'manifest.webmanifest' }],
    ['icones/arpent.svg', { kind: 'asset', path: 'icones/arpent.svg' }],
    ['catalogue.json', { kind: 'data', path: 'catalogue.json' }],
    ['library.json', { kind: 'data', path: 'library.json' }],
    ['seances/index.json', { kind: 'data', path: 'seances/index.json' }],
  ])('is known at %s', (path, meant) => {
    expect(readAddress(ROOT + path, ROOT)).toEqual(meant);
  });

  it.each([
    'layers/communes.0a1b2c3d.parquet',
    'restreint/catalogue.json',
    'restreint/layers/proprietes.0a1b2c3d.parquet',
    'communes/62119.html',
    'seances/a/b.json',
    'sw.js',
    'hors-ligne/conseil',
  ])('is left to the network at %s', (path) => {
    expect(readAddress(ROOT + path, ROOT)).toEqual({ kind: 'other' });
  });

  it('is left alone in another folder of the host', () => {
    expect(readAddress('https://atlas.example.fr/catalogue.json', ROOT)).toEqual({ kind: 'other' });
    expect(readAddress('https://example.org/outils/arpent/', ROOT)).toEqual({ kind: 'other' });
  });

  it('is of a prepared session in its folder, whose app is that of the site', () => {
    const folder = packFolder(ROOT, 'conseil-mai');
    expect(folder).toBe(`${ROOT}hors-ligne/conseil-mai/`);
    const read = (path: string) => readAddress(folder + path, ROOT);
    expect(read('index.html#/seance?seance=conseil-mai')).toEqual({
      kind: 'pack-page',
      pack: 'conseil-mai',
    });
    expect(read('assets/index-abc.js')).toEqual({ kind: 'asset', path: 'assets/index-abc.js' });
    expect(read('layers/zae.0a1b2c3d.parquet')).toEqual({
      kind: 'pack-file',
      pack: 'conseil-mai',
      path: 'layers/zae.0a1b2c3d.parquet',
    });
    expect(read('restreint/catalogue.json')).toMatchObject({ kind: 'pack-file' });
  });

  it('tells the root of the site from within a prepared session', () => {
    const folder = packFolder(ROOT, 'conseil-mai');
    expect([siteRoot(folder), packOf(folder)]).toEqual([ROOT, 'conseil-mai']);
    expect([siteRoot(ROOT), packOf(ROOT)]).toEqual([ROOT, null]);
  });

  it.each([
    ['assets/index-abc.js', { kind: 'asset', path: '../assets/index-abc.js' }],
    ['icones/arpent.svg', { kind: 'asset', path: '../icones/arpent.svg' }],
    ['lens/', { kind: 'page' }],
    ['lens/catalogue.json', { kind: 'data', path: 'catalogue.json' }],
    ['lens/manifest.webmanifest', { kind: 'asset', path: 'manifest.webmanifest' }],
    ['lens/hors-ligne/bureau/index.html', { kind: 'pack-page', pack: 'bureau' }],
    ['lens/hors-ligne/assets/index-abc.js', { kind: 'asset', path: '../assets/index-abc.js' }],
    ['catalogue.json', { kind: 'other' }],
    ['', { kind: 'other' }],
    ['reunion/catalogue.json', { kind: 'other' }],
    ['layers/communes.0a1b2c3d.parquet', { kind: 'other' }],
  ])(
    'is of a territory beside the main one, or of the app that they share, at %s',
    (path, meant) => {
      expect(readAddress(ROOT + path, `${ROOT}lens/`, '../')).toEqual(meant);
    },
  );

  it('of a territory beside the main one is none of the main one', () => {
    for (const path of ['lens/', 'lens/index.html', 'lens/catalogue.json', 'lens/library.json']) {
      expect(readAddress(ROOT + path, ROOT)).toEqual({ kind: 'other' });
    }
  });
});
