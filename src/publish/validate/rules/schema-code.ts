import type { Value } from '../../../domain/feature.ts';
import { misspeltName } from '../../../domain/nearest-name.ts';
import type { IssueFacts } from '../../issue.ts';
import type { SchemaField } from '../../standards/table-schema.ts';
import { type Fault, sightFaults } from '../faults.ts';
import type { Rule, RuleContext, Sighting } from '../rule.ts';
import { checkValues, codesOf, isBlank, schemaColumns } from '../schema-columns.ts';

/** A value that is not in its code list, alone or among several, or two codes that do not go together. */
export const schemaCode: Rule = {
  id: 'schema.code',
  severity: 'warning',
  async check(context) {
    const single = await checkValues(context, checkCodes, ({ codes }) => codes !== undefined);
    return [...single, ...checkPair(context)];
  },
};

function checkCodes(value: Exclude<Value, null>, field: SchemaField): IssueFacts | null {
  const codes = { ...field.codes, ...field.formerCodes };
  const wrong = codesOf(value, field).find((code) => !(code in codes));
  if (wrong === undefined) return null;
  return { value: wrong, like: meantCode(wrong, Object.keys(field.codes ?? {})) };
}

/** The code that was meant: the same with a zero that was lost, else one misspelt; null when none is near. */
function meantCode(value: string, codes: readonly string[]): string | null {
  const isNumber = /^\d+$/.test(value);
  const padded = codes.find((code) => isNumber && code === value.padStart(code.length, '0'));
  return (
    padded ??
    codes.find((code) => code.toLowerCase() === value.toLowerCase()) ??
    misspeltName(value, codes)
  );
}

function checkPair(context: RuleContext): Sighting[] {
  const pair = context.schema?.pair;
  if (!pair) return [];
  const columns = schemaColumns(context);
  const [one, two] = pair.fields.map((name) => columns.find(({ field }) => field.name === name));
  if (!one || !two) return [];
  const faults: Fault[] = [];
  for (const [row, first] of one.values.entries()) {
    const second = two.values[row]!;
    if (isBlank(first) || isBlank(second)) continue;
    const value = `${first}-${second}`;
    if (!(value in pair.codes)) {
      const like = meantCode(value, Object.keys(pair.codes));
      faults.push({ row, facts: { value, like, with: one.name } });
    }
  }
  return sightFaults(two.name, two.values.length, faults);
}
