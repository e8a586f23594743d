import type { Value } from '../../../domain/feature.ts';
import { keyColumns } from '../key-columns.ts';
import { keyOf } from '../key-of.ts';
import type { Rule, Sighting } from '../rule.ts';
import { isBlank } from '../schema-columns.ts';
import { shorten } from '../shorten.ts';

/**
 * A value that two rows have where no two may: in the key of the schema, or a field that must be unique. The layer's own key is
 * another then, so that it can be published if somebody accepts it.
 */
export const keysRepeated: Rule = {
  id: 'keys.repeated',
  severity: 'warning',
  check(context) {
    const sightings: Sighting[] = [];
    for (const { name, values } of keyColumns(context)) {
      const firsts = new Map<Value, number>();
      for (const [row, value] of values.entries()) {
        if (isBlank(value)) continue;
        const first = firsts.get(value!);
        if (first === undefined) firsts.set(value!, row);
        else {
          const facts = {
            value: shorten(String(value)),
            other: keyOf(context, first),
            otherRow: first + 1,
          };
          sightings.push({ row, field: name, place: null, facts });
        }
      }
    }
    return sightings;
  },
};
