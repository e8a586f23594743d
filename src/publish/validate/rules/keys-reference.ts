import type { Value } from '../../../domain/feature.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { checkValues, codesOf, columnOf, isBlank } from '../schema-columns.ts';

/** A value that names a row of another table of the delivery which is not there: an IDURBA that DOC_URBA has not. */
export const keysReference: Rule = {
  id: 'keys.reference',
  severity: 'warning',
  check(context) {
    const known = new Map<string, Set<string> | null>();
    for (const { references } of context.schema?.fields ?? []) {
      if (references) known.set(references, referencedValues(context, references));
    }
    return checkValues(
      context,
      (value, field) => {
        const wanted = known.get(field.references!);
        const wrong = codesOf(value, field).find((part) => !wanted!.has(fold(part)));
        return wrong === undefined ? null : { value: wrong, references: field.references! };
      },
      ({ references }) => references !== undefined && known.get(references) !== null,
    );
  },
};

/** The values that a reference `TABLE.FIELD` may have, folded; null when the delivery has no such table. */
function referencedValues({ delivery }: RuleContext, references: string): Set<string> | null {
  const [table = '', field = ''] = references.split('.');
  const named = new RegExp(`(^|_)${table}(_\\d{8}.*)?$`, 'i');
  const shaped = new RegExp(`^${table}(_[SLP])?$`);
  const sources = [
    ...delivery.tables.filter(({ name }) => named.test(name)),
    ...delivery.layers
      .filter(({ schema, source }) => shaped.test(schema?.table ?? '') || named.test(source.name))
      .map(({ source }) => source),
  ];
  const columns = sources.flatMap(({ table: { columns } }): Value[][] => {
    const name = columnOf(field, Object.keys(columns));
    return name === null ? [] : [columns[name] ?? []];
  });
  if (columns.length === 0) return null;
  return new Set(columns.flat().flatMap((value) => (isBlank(value) ? [] : [fold(String(value))])));
}

/** IDURBA is written with PLUI and PLUi alike (CNIG PLU v2024, § 4.3). */
function fold(text: string): string {
  return text.trim().toUpperCase();
}
