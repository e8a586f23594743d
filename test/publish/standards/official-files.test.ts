import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SCHEMAS } from '../../../src/publish/standards/schemas.ts';
import type { SchemaField } from '../../../src/publish/standards/table-schema.ts';

const REAL = join(import.meta.dirname, '../../../../shared/real-data/schemas');

interface OfficialField {
  name: string;
  type: string;
  constraints?: { required?: boolean; enum?: string[] };
}

const read = (path: string) => JSON.parse(readFileSync(join(REAL, path), 'utf8'));
const fieldsOf = (id: string): Map<string, SchemaField> => {
  const schema = SCHEMAS.find((candidate) => candidate.id === id);
  return new Map(schema?.fields.map((field) => [field.name, field]));
};

describe.skipIf(!existsSync(REAL))(
  'schemas against their official files (skipped where ../shared/real-data is absent)',
  () => {
    it.each([
      ['friches/1.0.6', 'friches/schema.json', []],
      [
        'sites-economiques/1.0.1/site_eco',
        'sites-economiques/site-eco_schema.json',
        ['site_geomsurf', 'site_geompoint'],
      ],
    ])('%s has every field, what must be there, and every value of lists', (id, path, geometry) => {
      const ours = fieldsOf(id);
      const official = (read(path).fields as OfficialField[]).filter(
        ({ name }) => !(geometry as string[]).includes(name),
      );
      expect([...ours.keys()]).toEqual(official.map(({ name }) => name));
      for (const { name, type, constraints = {} } of official) {
        const field = ours.get(name);
        if (['integer', 'number'].includes(type)) expect(field?.type, name).toBe(type);
        if (constraints.enum) {
          expect(Object.keys(field?.codes ?? {}), name).toEqual(constraints.enum);
        }
        if (constraints.required && name !== 'pole_id' && name !== 'geompoint') {
          expect(field?.notEmpty, name).toBe(true);
        }
      }
    });

    it('cycle facilities have every field and every value of lists', () => {
      const ours = fieldsOf('amenagements-cyclables/0.3.5');
      const file = read('amenagements-cyclables/schema_amenagements_cyclables.json');
      const { properties, required } = file.properties.features.items.properties.properties;
      expect(new Set(ours.keys())).toEqual(new Set(Object.keys(properties)));
      const filled = [...ours.values()].filter(({ notEmpty }) => notEmpty);
      expect(new Set(filled.map(({ name }) => name))).toEqual(new Set(required));
      for (const [name, { enum: values }] of Object.entries<{ enum?: string[] }>(properties)) {
        if (values) expect(Object.keys(ours.get(name)?.codes ?? {}), name).toEqual(values);
      }
    });
  },
);
