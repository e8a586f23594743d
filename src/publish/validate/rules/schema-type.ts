import type { Value } from '../../../domain/feature.ts';
import type { FieldType } from '../../../domain/layer.ts';
import { isCalendarDay } from '../forms.ts';
import type { Rule } from '../rule.ts';
import { checkValues } from '../schema-columns.ts';

/** A value that is not of the type of its field: a word where a number is wanted. Text holds anything. */
export const schemaType: Rule = {
  id: 'schema.type',
  severity: 'warning',
  check: (context) =>
    checkValues(
      context,
      (value, { type }) => (TESTS[type](value) ? null : { value: String(value), type }),
      ({ type }) => type !== 'text',
    ),
};

const TESTS: Record<FieldType, (value: Exclude<Value, null>) => boolean> = {
  text: () => true,
  integer: (value) =>
    typeof value === 'number' ? Number.isInteger(value) : /^[+-]?\d+([.,]0+)?$/.test(clean(value)),
  number: (value) =>
    typeof value === 'number' || /^[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?$/i.test(clean(value)),
  boolean: (value) =>
    typeof value === 'boolean' ||
    /^(true|false|vrai|faux|oui|non|t|f|o|n|0|1)$/i.test(clean(value)),
  date: (value) => {
    const text = clean(value);
    const iso = /^(\d{4})-?(\d{2})-?(\d{2})(T.*)?$/.exec(text);
    const french = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text);
    if (iso) return isCalendarDay(iso[1]!, iso[2]!, iso[3]!);
    return french !== null && isCalendarDay(french[3]!, french[2]!, french[1]!);
  },
};

/** Text without the spaces that group thousands. */
function clean(value: Exclude<Value, null>): string {
  return String(value).replace(/\s/g, '');
}
