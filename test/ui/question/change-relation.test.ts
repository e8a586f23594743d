import { expect, test } from 'vitest';
import { findLayer } from '../../../src/domain/catalogue.ts';
import { checkQuestion } from '../../../src/domain/check-question.ts';
import { RELATION_KINDS, type RelationCondition } from '../../../src/domain/question.ts';
import { changeRelation } from '../../../src/ui/question/change-relation.ts';
import { relationKinds } from '../../../src/ui/question/first-conditions.ts';
import { relationLead, relationLink } from '../../../src/ui/strings/relation-lead.ts';
import { createAtlas } from '../create-atlas.ts';

const atlas = createAtlas();
const parcels = findLayer(atlas, 'parcelles');

test('another relation keeps the layer and the conditions on its features', () => {
  const where = [{ kind: 'contains', field: 'LIBELLE', text: 'AU' } as const];
  const near: RelationCondition = { kind: 'distance', metres: 250, layer: 'zone_urba', where };
  expect(changeRelation(near, 'inside', parcels, atlas)).toEqual({
    kind: 'inside',
    layer: 'zone_urba',
    where,
  });
  expect(changeRelation(near, 'distance', parcels, atlas)).toBe(near);
});

test('another relation keeps a shape that it can be to', () => {
  const shape = { name: 'Nord', geometry: { type: 'Point' as const, coordinates: [2.6, 50.5] } };
  const near: RelationCondition = { kind: 'distance', metres: 250, shape };
  expect(changeRelation(near, 'travel', parcels, atlas)).toMatchObject({ minutes: 15, shape });
  expect(changeRelation(near, 'inside', parcels, atlas)).toEqual({
    kind: 'inside',
    layer: 'zone_urba',
  });
});

test('what makes no sense for the relation gives its place to the first layer that does', () => {
  const near: RelationCondition = { kind: 'distance', metres: 250, layer: 'gares' };
  expect(changeRelation(near, 'overlap', parcels, atlas)).toEqual({
    kind: 'overlap',
    minShare: 0.5,
    layer: 'zone_urba',
  });
  const stations = findLayer(atlas, 'gares');
  expect(changeRelation(near, 'overlap', stations, atlas)).toBeNull();
});

test.each(atlas.layers.map((target) => [target.id, target] as const))(
  'every relation offered to %s can be chosen from every other, and has words',
  (_, target) => {
    const kinds = relationKinds(target, atlas);
    for (const from of kinds) {
      const first = changeRelation(
        { kind: 'distance', metres: 1, layer: 'zone_urba' },
        from,
        target,
        atlas,
      );
      for (const kind of kinds) {
        const changed = first && changeRelation(first, kind, target, atlas);
        expect(changed?.kind).toBe(kind);
        checkQuestion({ target: target.id, where: changed! }, atlas);
      }
    }
    const leads = RELATION_KINDS.map((kind) => relationLead(kind, target));
    expect(new Set(leads).size).toBe(RELATION_KINDS.length);
    expect(relationLink('distance', parcels)).toBe('de');
  },
);
