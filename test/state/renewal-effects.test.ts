import { expect, it } from 'vitest';
import type { Layer } from '../../src/domain/layer.ts';
import type { AppState } from '../../src/state/app-state.ts';
import {
  createRenewalEffects,
  findRenewal,
  withCatalogue,
} from '../../src/state/renewal-effects.ts';
import { createAppStore } from '../../src/state/store.ts';
import { createCatalogue, createLayer } from '../helpers/create-catalogue.ts';

const version = (id: string, name: string, changes: Partial<Layer> = {}): Layer =>
  createLayer({
    id,
    title: id.toUpperCase(),
    file: { path: `layers/${id}.${name}.parquet`, bytes: 1, rows: 1, version: name },
    ...changes,
  });

const first = createCatalogue([version('zae', 'aaaaaaaa'), version('communes', 'bbbbbbbb')]);
const second = createCatalogue([version('zae', 'cccccccc'), version('communes', 'bbbbbbbb')]);

function createPage() {
  const store = createAppStore({ catalogue: first });
  let time = 0;
  let reads = 0;
  let answered = 0;
  const effects = createRenewalEffects(store, {
    readCatalogue: async () => {
      reads += 1;
      return second;
    },
    changeCatalogue: (change) => store.setState(change(store.getState()), true),
    answerRenewed: async () => {
      answered += 1;
    },
    clock: () => time,
  });
  return {
    store,
    effects,
    wait: (minutes: number) => {
      time += minutes * 60_000;
    },
    reads: () => reads,
    answered: () => answered,
  };
}

const versionOf = ({ catalogue }: AppState, id: string) =>
  catalogue?.layers.find((layer) => layer.id === id)?.file.version;

it('new versions are offered when the reader comes back after a minute, and taken when they say so', async () => {
  const { store, effects, wait, reads, answered } = createPage();
  await effects.lookForRenewal();
  expect(reads()).toBe(0);
  wait(2);
  await effects.lookForRenewal();
  expect(store.getState().renewal?.titles).toEqual(['ZAE']);
  expect(versionOf(store.getState(), 'zae')).toBe('aaaaaaaa');
  await effects.takeRenewal();
  expect(versionOf(store.getState(), 'zae')).toBe('cccccccc');
  expect([store.getState().renewal, answered()]).toEqual([null, 1]);
});

it('new versions that are declined are not offered again to the page', async () => {
  const { store, effects, wait, reads } = createPage();
  wait(2);
  await effects.lookForRenewal();
  effects.declineRenewal();
  wait(60);
  await effects.lookForRenewal();
  expect([store.getState().renewal, reads()]).toEqual([null, 1]);
});

it('the same catalogue, or a layer that is shown in an older version, is nothing new', () => {
  const past = {
    zae: { publishedAt: '2026-03-03T10:00:00Z', current: version('zae', 'cccccccc') },
  };
  expect(findRenewal(createAppStore({ catalogue: first }).getState(), first)).toBeNull();
  expect(findRenewal(createAppStore({ catalogue: first, past }).getState(), second)).toBeNull();
});

it('temporary layers and older versions stay under the new catalogue', () => {
  const own = version('essai', 'eeeeeeee', { isTemporary: true });
  const past = {
    zae: { publishedAt: '2026-03-03T10:00:00Z', current: version('zae', 'ffffffff') },
  };
  const catalogue = { ...first, layers: [own, ...first.layers] };
  const next = withCatalogue(createAppStore({ catalogue, past }).getState(), second);
  expect(next.catalogue?.layers.map(({ id }) => id)).toEqual(['essai', 'zae', 'communes']);
  expect(versionOf(next, 'zae')).toBe('aaaaaaaa');
  expect(next.past.zae?.current.file.version).toBe('cccccccc');
});
