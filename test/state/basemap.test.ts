import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { resolveBasemap } from '../../src/domain/basemap.ts';
import { parseCatalogue } from '../../src/domain/catalogue.ts';
import { setBasemap } from '../../src/state/actions.ts';
import { parseAddress, stateToAddress } from '../../src/state/address.ts';
import {
  BASE_NAMES,
  baseOpacity,
  setBaseOpacity,
  setBasePart,
} from '../../src/state/basemap-actions.ts';
import { followLink } from '../../src/state/follow-link.ts';
import { keepBasemap, keptBasemap, openingAddress } from '../../src/state/kept-basemap.ts';
import { createAppStore } from '../../src/state/store.ts';
import { createCatalogue, createLayer } from '../helpers/create-catalogue.ts';

const read = (path: string) =>
  JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
const { basemaps } = read('data/territory.json');

const photo = {
  id: 'photo',
  title: 'Photographies',
  tiles: 'https://tiles.example/{z}/{x}/{y}.png',
  attribution: '© Exemple',
  attributionUrl: 'https://tiles.example/',
  maxZoom: 18,
  over: 'sombre',
};

function createState() {
  const layers = [createLayer({ id: 'roads', base: true }), createLayer({ id: 'zones' })];
  return createAppStore({
    catalogue: createCatalogue(layers),
    shown: [
      { id: 'zones', opacity: 0.8 },
      { id: 'roads', opacity: 1 },
    ],
  }).getState();
}

function withBasemaps(choices: unknown) {
  const catalogue = createCatalogue([createLayer({ id: 'zones' })]);
  return { ...catalogue, territory: { ...catalogue.territory, basemaps: choices } };
}

describe('what lies under the layers', () => {
  it('is in the link, with what it is drawn without', () => {
    const state = setBasePart(
      setBasePart(setBasemap(createState(), 'gris'), 'batiments', false),
      BASE_NAMES,
      false,
    );
    const address = stateToAddress(state, state.shown);
    expect(address).toContain('fond=gris&sans=batiments,noms');
    expect(parseAddress(address)).toMatchObject({
      basemap: 'gris',
      baseWithout: ['batiments', 'noms'],
      faults: [],
    });
    expect(stateToAddress(setBasePart(state, BASE_NAMES, true), [])).toContain('sans=batiments');
  });

  it('a link that names none, or none that can be, says so', () => {
    expect(parseAddress('#/carte?fond=<b>&sans=1')).toMatchObject({
      basemap: null,
      baseWithout: null,
      faults: [{ code: 'link-invalid' }, { code: 'link-invalid' }],
    });
  });

  it('of a link that the territory does not have is the plan, and that is said', () => {
    const state = createState();
    const catalogue = createCatalogue([createLayer({ id: 'zones' })]);
    const followed = followLink(state, parseAddress('#/carte?fond=ailleurs'), catalogue);
    expect(followed.basemap).toBe('plan');
    expect(followed.notices).toMatchObject([
      { error: { code: 'link-invalid', context: { part: 'fond' } } },
    ]);
    expect(followLink(state, parseAddress('#/carte?fond=gris'), catalogue).notices).toEqual([]);
  });

  it('fades the base layers alone, all alike', () => {
    const faded = setBaseOpacity(createState(), 0.4);
    expect(faded.shown.map(({ opacity }) => opacity)).toEqual([0.8, 0.4]);
    expect(baseOpacity(faded)).toBe(0.4);
  });

  it('is the plan where the territory does not know the name of a link', () => {
    const catalogue = parseCatalogue(withBasemaps({ details: [], network: [photo] }));
    expect(resolveBasemap({ basemap: 'photo', catalogue })).toMatchObject({
      offline: 'sombre',
      network: { title: 'Photographies' },
    });
    expect(resolveBasemap({ basemap: 'gone', catalogue })).toEqual({
      offline: 'plan',
      network: null,
    });
    expect(resolveBasemap({ basemap: 'gris', catalogue: null }).offline).toBe('gris');
  });
});

describe('the basemaps of a territory', () => {
  it('those of the embedded one are valid, name layers that are there, and hosts that the policy lets through', () => {
    const catalogue = parseCatalogue(withBasemaps(basemaps));
    expect(catalogue.territory.basemaps?.network.map(({ id }) => id)).toEqual([
      'ign-plan',
      'ign-photo',
      'ign-cadastre',
    ]);
    for (const { layer } of basemaps.details)
      expect(read(`data/layers/${layer}.json`).id).toBe(layer);
    const policy = read('scripts/steps/content-security-policy.json');
    for (const { tiles } of basemaps.network) {
      expect(policy['img-src']).toContain(new URL(tiles).origin);
      expect(policy['connect-src']).toContain(new URL(tiles).origin);
    }
  });

  it.each([
    ['no place for a tile', { tiles: 'https://tiles.example/carte.png' }],
    ['an address that is no address', { tiles: 'javascript:{z}{x}{y}' }],
    ['nobody to credit', { attribution: '' }],
    ['a credit that leads nowhere', { attributionUrl: 'javascript:alert(1)' }],
    ['no offline one beneath', { over: 'ign-plan' }],
  ])('are refused with %s', (_fault, change) => {
    const network = [{ ...photo, ...change }];
    expect(() => parseCatalogue(withBasemaps({ details: [], network }))).toThrow(
      expect.objectContaining({ code: 'catalogue-invalid' }),
    );
  });
});

describe('a basemap kept by the browser', () => {
  function createHost() {
    const kept = new Map<string, string>();
    return {
      localStorage: {
        getItem: (key: string) => kept.get(key) ?? null,
        setItem: (key: string, value: string) => void kept.set(key, value),
        removeItem: (key: string) => void kept.delete(key),
      },
    };
  }

  it('opens a page without a link on it, and leaves links as they are', () => {
    const host = createHost();
    expect(openingAddress('', host)).toBe('');
    keepBasemap(host, 'gris');
    expect(openingAddress('', host)).toBe('#/carte?fond=gris');
    expect(openingAddress('#/', host)).toBe('#/carte?fond=gris');
    expect(openingAddress('#/question', host)).toBe('#/question');
    keepBasemap(host, null);
    expect(keptBasemap(host)).toBeNull();
  });

  it('holds nothing that is no basemap, and says when nothing can be kept', () => {
    const host = createHost();
    keepBasemap(host, 'x&couches=');
    expect(openingAddress('', host)).toBe('');
    const refuse = () => {
      throw new Error('denied');
    };
    const closed = { localStorage: { getItem: refuse, setItem: refuse, removeItem: refuse } };
    expect(openingAddress('', closed)).toBe('');
    expect(() => keepBasemap(closed, 'gris')).toThrow(
      expect.objectContaining({ code: 'storage-refused' }),
    );
  });
});
