import type { GeometryFamily, LayerStyle } from '../../domain/layer.ts';
import { GEOMETRY_KIND } from '../../geo/geometry-column.ts';
import type { TableSchema } from '../standards/table-schema.ts';
import { officialValues } from './official-values.ts';
import type { RecognisedTable } from './recognised-table.ts';

/**
 * The schema as one layer needs it: the geometry that the rows have where the standard leaves the choice, and a legend of
 * what occurs where the official one is long, former codes included.
 */
export function fitSchema(table: RecognisedTable): TableSchema | null {
  const { schema, source } = table;
  if (!schema) return null;
  const kind = source.table.geometry.kinds.find((seen) => seen !== GEOMETRY_KIND.none);
  const family = FAMILIES.find((name) => GEOMETRY_KIND[name] === kind);
  const geometry = schema.geometry === 'any' && family ? family : schema.geometry;
  return {
    ...schema,
    geometry,
    ...(schema.style && { style: fitStyle(schema.style, table, schema) }),
  };
}

function fitStyle(
  style: LayerStyle,
  table: RecognisedTable,
  { formerClasses = [] }: TableSchema,
): LayerStyle {
  const { field, classes, graduated } = style;
  if (!field || !classes || graduated) return style;
  const seen = new Set(officialValues(table, field)?.map(String));
  const occurs = ({ value }: { value: unknown }) => seen.has(String(value));
  const current = classes.length > LONG_LEGEND ? classes.filter(occurs) : classes;
  return { ...style, classes: [...current, ...formerClasses.filter(occurs)] };
}

const FAMILIES: GeometryFamily[] = ['point', 'line', 'polygon'];

/** A legend of more classes than this names only those that occur. */
const LONG_LEGEND = 12;
