import { describe, expect, it } from 'vitest';
import floodLayer from '../../../data/layers/alea_inondation.json' with { type: 'json' };
import pprLayer from '../../../data/layers/ppr.json' with { type: 'json' };
import lineLayer from '../../../data/layers/prescription_lin.json' with { type: 'json' };
import pointLayer from '../../../data/layers/prescription_pct.json' with { type: 'json' };
import surfaceLayer from '../../../data/layers/prescription_surf.json' with { type: 'json' };
import zoneLayer from '../../../data/layers/zone_urba.json' with { type: 'json' };
import { INFORMATIONS } from '../../../src/domain/nomenclature/informations.ts';
import {
  PRESCRIPTION_TYPES,
  PRESCRIPTIONS,
} from '../../../src/domain/nomenclature/prescriptions.ts';
import { officialFields } from '../../../src/publish/describe/match-fields.ts';
import { SCHEMAS } from '../../../src/publish/standards/schemas.ts';
import type { TableSchema } from '../../../src/publish/standards/table-schema.ts';

const byId = (id: string) => SCHEMAS.find((schema) => schema.id === id) as TableSchema;
const namesOf = (schema: TableSchema) => officialFields(schema).map(({ name }) => name);

describe('the official schemas', () => {
  it('have each an id, and fields of different names', () => {
    const ids = SCHEMAS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const schema of SCHEMAS) {
      const names = namesOf(schema).map((name) => name.toLowerCase());
      expect(names, schema.id).toEqual([...new Set(names)]);
    }
  });

  it('name only fields that they have', () => {
    for (const schema of SCHEMAS) {
      const { key, titleField, style, pair, signature = [], formerVersions = [] } = schema;
      const versions = formerVersions.flatMap(({ has = [], lacks = [] }) => [...has, ...lacks]);
      const named = [key, titleField, style?.field, style?.labelField, ...signature, ...versions];
      const used = [...named, ...(pair?.fields ?? [])].filter((name) => name !== undefined);
      expect(namesOf(schema), schema.id).toEqual(expect.arrayContaining(used));
    }
  });

  it('can be found: by a name, or by columns', () => {
    const lost = SCHEMAS.filter(({ naming, signature }) => !naming && !signature);
    expect(lost.map(({ id }) => id)).toEqual([]);
  });

  it('refer to fields of tables of their standard', () => {
    for (const schema of SCHEMAS) {
      const family = schema.id.slice(0, schema.id.lastIndexOf('/'));
      for (const { references } of schema.fields) {
        if (!references) continue;
        const [table, field] = references.split('.');
        const found = SCHEMAS.filter(({ id, table: name }) => {
          return (
            id.startsWith(family) &&
            (name === table || (/_[SLP]$/.test(name) && name.slice(0, -2) === table))
          );
        });
        expect(found.length, `${schema.id} → ${references}`).toBeGreaterThan(0);
        for (const one of found) expect(namesOf(one)).toContain(field);
      }
    }
  });

  it('have patterns that can be read, and codes that fit their length', () => {
    for (const { id, fields } of SCHEMAS) {
      for (const { name, pattern, codes, maxLength = 99 } of fields) {
        if (pattern) expect(() => new RegExp(`^(?:${pattern})$`)).not.toThrow();
        const long = Object.keys(codes ?? {}).filter((code) => code.length > maxLength);
        expect(long, `${id} ${name}`).toEqual([]);
      }
    }
  });

  it('draw with colours that are read, and tell classes of surfaces apart without them', () => {
    for (const { id, style } of SCHEMAS) {
      const symbols = [style?.symbol, ...(style?.classes ?? []).map(({ symbol }) => symbol)];
      const colours = symbols.flatMap((symbol) => [symbol?.fill, symbol?.line]);
      for (const colour of colours.filter(Boolean)) expect(colour, id).toMatch(/^#[0-9a-f]{6}$/);
    }
    for (const id of ['cnig-ppr/1.0.1/zonereglementaireurba', 'covadis-ppr/2/n_zone_reg_ppr']) {
      const classes = byId(id).style?.classes ?? [];
      expect(classes.filter(({ symbol }) => !symbol.hatch)).toHaveLength(1);
    }
  });

  it('list the 170 prescriptions and 46 kinds of information of June 2025', () => {
    expect(Object.keys(PRESCRIPTIONS)).toHaveLength(170);
    expect(Object.keys(INFORMATIONS)).toHaveLength(46);
    expect(PRESCRIPTIONS['05-08']).toContain('trait de côte');
    const types = new Set(Object.keys(PRESCRIPTIONS).map((code) => code.slice(0, 2)));
    expect(new Set(Object.keys(PRESCRIPTION_TYPES))).toEqual(types);
  });
});

describe('the layers of the embedded territory', () => {
  it('have the codes and the fills of the official zones', () => {
    const schema = byId('cnig-plu/2024/zone_urba');
    const official = schema.fields.find(({ name }) => name === 'TYPEZONE')?.codes;
    const field = zoneLayer.fields.find(({ name }) => name === 'TYPEZONE');
    expect(field?.codes).toEqual(official);
    const { otherLabel: _other, ...style } = schema.style ?? { symbol: {} };
    expect(zoneLayer.style).toEqual(style);
    expect(namesOf(schema)).toEqual(
      expect.arrayContaining(zoneLayer.fields.map(({ name }) => name)),
    );
  });

  it('call prescriptions as the schemas do', () => {
    for (const layer of [surfaceLayer, lineLayer, pointLayer]) {
      const codes = layer.fields.find(({ name }) => name === 'TYPEPSC')?.codes ?? {};
      expect(PRESCRIPTION_TYPES).toMatchObject(codes);
    }
  });

  it('draw regulated and flooded zones as the standards do', () => {
    const regulated = byId('cnig-ppr/1.0.1/zonereglementaireurba').style?.classes ?? [];
    expect(regulated.slice(0, 4)).toEqual(pprLayer.style.classes);
    expect(byId('covadis-tri/2018/inondable_s').style?.classes).toEqual(floodLayer.style.classes);
  });
});
