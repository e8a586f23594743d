import { isInseeCode } from '../../domain/commune.ts';
import type { Field } from '../../domain/layer.ts';
import type { AttributeCondition, Comparison, Scalar } from '../../domain/question.ts';
import { formatDate, formatFieldNumber, isSpelling, lowerFirst, NO_BREAK_SPACE } from './format.ts';
import { agree, type Gender, genderOf, joinList, withArticle } from './grammar.ts';

/** A field as sentences name it: with its article (`la contenance cadastrale`) and without. */
export function fieldInSentence(field: Field): { subject: string; bare: string; gender: Gender } {
  const gender = genderOf(field.label);
  const bare = lowerFirst(field.label);
  if (gender) return { subject: withArticle(bare, gender), bare, gender };
  return { subject: `le champ ${quoted(field.label)}`, bare: quoted(field.label), gender: 'm' };
}

/** A condition on an attribute as a clause: `dont la contenance cadastrale est supérieure à 2 000 m²`. */
export function attributeClause(
  condition: AttributeCondition,
  field: Field,
  isNegated: boolean,
): string {
  const { subject, gender } = fieldInSentence(field);
  const is = isNegated ? 'n’est pas' : 'est';
  switch (condition.kind) {
    case 'compare':
      return compareClause(condition.op, condition.value, field, is);
    case 'among':
      return `dont ${subject} ${amongClause(condition.values, field, isNegated)}`;
    case 'contains':
      return `dont ${subject} ${isNegated ? 'ne contient pas' : 'contient'} ${quoted(condition.text)}`;
    case 'empty':
      return `dont ${subject} ${isNegated ? 'est' : 'n’est pas'} ${agree(gender, 'renseigné', 'renseignée')}`;
  }
}

/** A value as it stands in a sentence: text in quotation marks, codes with their meaning, communes by their name, numbers with their unit. */
function valueInSentence(value: Scalar, field: Field): string {
  const meaning = field.codes?.[String(value)];
  if (meaning !== undefined) {
    const code = String(value);
    if (isInseeCode(code)) return `${meaning} (${code})`;
    return isSpelling(code, meaning) ? quoted(meaning) : `${quoted(code)} (${meaning})`;
  }
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (value === '') return '…';
  if (field.type === 'date') return formatDate(String(value));
  if (typeof value === 'string') return quoted(value);
  return formatFieldNumber(value, field);
}

function compareClause(op: Comparison, value: Scalar, field: Field, is: string): string {
  const { subject, gender } = fieldInSentence(field);
  const shown = valueInSentence(value, field);
  const feminine = agree(gender, '', 'e');
  if (typeof value === 'boolean') {
    return `dont la réponse à ${quoted(field.label)} ${is} ${op === '!=' ? 'autre que ' : ''}${shown}`;
  }
  if (field.codes?.[String(value)] !== undefined && op === '=')
    return `dont ${subject} ${is} ${shown}`;
  const verbs = field.type === 'date' ? dateVerbs(feminine) : numberVerbs(feminine);
  const words = typeof value === 'string' && field.type !== 'date' ? textVerbs(feminine) : verbs;
  return `dont ${subject} ${is} ${words[op]}${shown}`;
}

const numberVerbs = (e: string): Record<Comparison, string> => ({
  '=': `égal${e} à `,
  '!=': `différent${e} de `,
  '<': `inférieur${e} à `,
  '<=': `inférieur${e} ou égal${e} à `,
  '>': `supérieur${e} à `,
  '>=': `supérieur${e} ou égal${e} à `,
});

const dateVerbs = (e: string): Record<Comparison, string> => ({
  '=': 'le ',
  '!=': 'un autre jour que le ',
  '<': `antérieur${e} au `,
  '<=': `antérieur${e} ou égal${e} au `,
  '>': `postérieur${e} au `,
  '>=': `postérieur${e} ou égal${e} au `,
});

const textVerbs = (e: string): Record<Comparison, string> => ({
  '=': '',
  '!=': 'autre que ',
  '<': `classé${e} avant `,
  '<=': `classé${e} au plus loin à `,
  '>': `classé${e} après `,
  '>=': `classé${e} au plus tôt à `,
});

function amongClause(values: Scalar[], field: Field, isNegated: boolean): string {
  const shown = values.map((value) => valueInSentence(value, field));
  if (shown.length === 0) return isNegated ? 'est quelconque' : 'reste à choisir';
  if (!isNegated) return `est ${joinList(shown, 'ou')}`;
  return shown.length === 1 ? `n’est pas ${shown[0]}` : `n’est ni ${shown.join(' ni ')}`;
}

function quoted(text: string): string {
  return `«${NO_BREAK_SPACE}${text}${NO_BREAK_SPACE}»`;
}
