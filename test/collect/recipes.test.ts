import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readBaseMeta } from '../../scripts/collect/base-meta.ts';
import { readCollectTerritory } from '../../scripts/collect/collect-territory.ts';
import { openReader } from '../../scripts/collect/readers/registry.ts';
import { parseRecipe, type Recipe, type RecipeLayer } from '../../scripts/collect/recipe.ts';
import type { LayerMeta } from '../../src/domain/layer.ts';
import { findInspireTheme } from '../../src/domain/nomenclature/inspire-themes.ts';
import { findLicence } from '../../src/domain/nomenclature/licences.ts';

const DATA = join(import.meta.dirname, '..', '..', 'data');
const read = (path: string) => JSON.parse(readFileSync(join(DATA, path), 'utf8'));

const files = readdirSync(join(DATA, 'sources')).sort();
const recipes = files.map((name) => parseRecipe(name, read(`sources/${name}`)));
const themes = readdirSync(join(DATA, 'themes')).map((name) => read(`themes/${name}`).id);
const services = Object.keys(read('services.json'));
/** The group of the embedded territory, one overseas, a metropolis. */
const territories = ['200072460', '249740119', '200046977'].map(readCollectTerritory);
const bases = new Map<string, LayerMeta | null>();

beforeAll(async () => {
  for (const { id } of recipes.flatMap(({ layers }) => layers)) {
    bases.set(id, await readBaseMeta(DATA, id));
  }
});

/** What will be said of a layer: what the recipe says, else the description of the project. */
function saidOf({ id, description }: RecipeLayer): Partial<LayerMeta> {
  return { ...bases.get(id), ...description };
}

test('every recipe has an id of its own, which its file is named for', () => {
  expect(new Set(recipes.map(({ id }) => id)).size).toBe(recipes.length);
  expect(files.map((name) => name.replace(/^\d\d-|\.json$/g, ''))).toEqual(
    recipes.map(({ id }) => id),
  );
});

test('a layer comes from one recipe, unless the others are left for who asks for them', () => {
  const taken = recipes.filter((recipe) => recipe.default).flatMap(({ layers }) => layers);
  expect(new Set(taken.map(({ id }) => id)).size).toBe(taken.length);
  const alternatives = recipes.filter((recipe) => !recipe.default);
  const ids = new Set(taken.map(({ id }) => id));
  const lonely = alternatives.flatMap(({ layers }) => layers).filter(({ id }) => !ids.has(id));
  // Buildings of the cadastre are taken by default; those of the BD TOPO have uses and heights, and are heavy.
  expect([...new Set(lonely.map(({ id }) => id))]).toEqual(['batiments']);
});

test('ODbL sources share no layer with others', () => {
  const isOpenDatabase = ({ licence }: Recipe) => findLicence(licence)?.name.includes('ODbL');
  const layersOf = (list: readonly Recipe[]) =>
    list.flatMap(({ layers }) => layers.map(({ id }) => id));
  const apart = layersOf(recipes.filter(isOpenDatabase));
  const others = layersOf(recipes.filter((recipe) => !isOpenDatabase(recipe)));
  expect(apart.length).toBeGreaterThan(3);
  expect(apart.filter((id) => others.includes(id))).toEqual([]);
});

describe.each(recipes)('the recipe $id', (recipe) => {
  test('names a service, a licence, themes and frequencies that there are', () => {
    expect(services).toContain(recipe.service);
    expect(findLicence(recipe.licence)?.name).toBe(recipe.licence);
    for (const layer of recipe.layers) {
      const { theme, title, abstract, inspireTheme } = saidOf(layer);
      expect(themes, layer.id).toContain(theme);
      expect(title, layer.id).toMatch(/./);
      expect(abstract, layer.id).toMatch(/[.…]$/);
      if (inspireTheme) expect(findInspireTheme(inspireTheme), layer.id).not.toBeNull();
    }
  });

  test('says in whole French sentences what to know and what to do', () => {
    for (const sentence of [recipe.onFailure, recipe.caution ?? 'Rien.']) {
      expect(sentence).toMatch(/[.)]$/);
      expect(sentence).not.toMatch(/'|"[^:,]| [:;?!]/);
    }
  });

  test('chooses fields that the words of its layers are about', () => {
    for (const layer of recipe.layers.filter(({ fields }) => fields)) {
      const { key, titleField, fields = [] } = layer.description;
      const given = givenBy(layer, recipe);
      for (const name of [key, titleField, ...fields.map((field) => field.name)]) {
        if (name) expect(given, layer.id).toContain(name);
      }
    }
  });

  test.each(territories)(
    'asks about $name by whole addresses, each under a key of its own',
    async (territory) => {
      const { requests } = await openReader(recipe.kind);
      const asked = requests(recipe, territory);
      expect(new Set(asked.map(({ key }) => key)).size).toBe(asked.length);
      const faulty = asked.filter(({ url }) => !isWhole(url));
      expect(faulty).toEqual([]);
    },
  );
});

function isWhole(url: string): boolean {
  return new URL(url).protocol === 'https:' && !/[{}]|undefined|NaN|null/.test(url);
}

/** Fields that a layer has whose recipe chooses them. */
function givenBy({ id, fields = {}, constants }: RecipeLayer, { options }: Recipe): string[] {
  const { sums = {}, layers = {} } = options as {
    sums?: object;
    layers?: Record<string, { communes?: object }>;
  };
  const summed = layers[id]?.communes ? ['comm_insee', 'comm_nom'] : [];
  return [...Object.values(fields), ...Object.keys({ ...constants, ...sums }), ...summed];
}
