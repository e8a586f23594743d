import { AppError } from './errors.ts';
import type { Parameter, ParameterValues, SavedQuestion, Template } from './library.ts';
import { parseQuestion } from './parse-question.ts';
import type { Question, Scalar } from './question.ts';

/** Text that stands for the parameter of that name. */
const WHOLE_NAME = /^\$([A-Za-z_]\w*)$/;

/**
 * The value of each parameter: what was chosen, or its own.
 * @throws {AppError} `question-invalid` with the path of a value that its parameter does not allow, or of a name that is none.
 */
export function parameterValues(
  { parameters = [] }: Pick<SavedQuestion, 'parameters'>,
  chosen: ParameterValues = {},
): ParameterValues {
  const stranger = Object.keys(chosen).find((name) => !parameters.some((own) => own.name === name));
  if (stranger) refuse(stranger, 'no such parameter');
  return Object.fromEntries(
    parameters.map((parameter) => [
      parameter.name,
      allowed(parameter, chosen[parameter.name] ?? parameter.value),
    ]),
  );
}

/**
 * The question that a template is, once its `$name`s are the values of its parameters.
 * @throws {AppError} `question-invalid` with the path of what is no question, or of a name without a value.
 */
export function fillQuestion(template: Template<Question>, values: ParameterValues): Question {
  return parseQuestion(fillTemplate(template, values));
}

/**
 * A template with the values of its parameters, unread.
 * @throws {AppError} `question-invalid` with the path of a name without a value.
 */
export function fillTemplate(template: unknown, values: ParameterValues): unknown {
  return fillWith(template, (name) => values[name] ?? refuse(name, 'no value'));
}

/** The names that a template stands on, each once. */
export function namesInTemplate(template: unknown): string[] {
  const names = new Set<string>();
  fillWith(template, (name) => {
    names.add(name);
    return name;
  });
  return [...names];
}

function fillWith(template: unknown, give: (name: string) => Scalar): unknown {
  if (typeof template === 'string') {
    const name = WHOLE_NAME.exec(template)?.[1];
    return name === undefined ? template : give(name);
  }
  if (Array.isArray(template)) return template.map((item) => fillWith(item, give));
  if (typeof template !== 'object' || template === null) return template;
  return Object.fromEntries(
    Object.entries(template).map(([key, item]) => [key, fillWith(item, give)]),
  );
}

function allowed(parameter: Parameter, value: Scalar): Scalar {
  const { name } = parameter;
  if (parameter.type === 'number') {
    const number = Number(
      typeof value === 'string' ? value.trim().replace(',', '.') || NaN : value,
    );
    const isInRange = number >= parameter.min && number <= parameter.max;
    return isInRange ? number : refuse(name, `wanted ${parameter.min} to ${parameter.max}`);
  }
  const text = String(value);
  if (parameter.type === 'choice' && !parameter.options.includes(text)) {
    refuse(name, `wanted one of ${parameter.options.join(', ')}`);
  }
  if (parameter.type === 'commune' && !INSEE_CODE.test(text)) refuse(name, 'no INSEE code');
  return text;
}

/** INSEE code of a commune: five digits, the second a letter in Corsica. */
const INSEE_CODE = /^\d[\dAB]\d{3}$/;

function refuse(name: string, reason: string): never {
  const path = `parameters.${name}`;
  throw new AppError('question-invalid', `saved question at ${path}: ${reason}`, { path, reason });
}
