import { hasForm } from '../forms.ts';
import type { Rule } from '../rule.ts';
import { checkValues, codesOf } from '../schema-columns.ts';

/** A value that is not written as its field wants: a date, a commune, a parcel, a SIREN, an address, a pattern. */
export const schemaForm: Rule = {
  id: 'schema.form',
  severity: 'warning',
  check(context) {
    const dates = new Set(
      context.meta.fields
        .filter(({ type }) => type === 'date')
        .map(({ name }) => name.toLowerCase()),
    );
    const patterns = new Map<string, RegExp>();
    for (const { name, pattern } of context.schema?.fields ?? []) {
      if (pattern) patterns.set(name, new RegExp(`^(?:${pattern})$`));
    }
    return checkValues(
      context,
      (value, field) => {
        const { form, name } = field;
        const isDate = form === 'aaaammjj' && dates.has(name.toLowerCase());
        const wrong = codesOf(value, field).find(
          (part) =>
            (form && !isDate && !hasForm(part, form)) || patterns.get(name)?.test(part) === false,
        );
        return wrong === undefined ? null : { value: wrong, form: form ?? 'pattern' };
      },
      ({ form, pattern }) => form !== undefined || pattern !== undefined,
    );
  },
};
