import { type ParseArgsConfig, parseArgs } from 'node:util';

/** What is wrong with the options of a command line, whatever the command. */
export type OptionFault =
  | { kind: 'help' }
  | { kind: 'unknown-option'; option: string }
  | { kind: 'missing-value'; option: string };

/** What a command line says: the values of its options, which options of no value it has, and its other words. */
export interface ReadOptions<Name extends string> {
  /** The last value of each option; every value of one that may be `multiple`, a line each. */
  values: Partial<Record<Name, string>>;
  flags: ReadonlySet<string>;
  words: string[];
}

/** What a command line says; or what is wrong with it. */
export function readOptions<Name extends string>(
  argv: readonly string[],
  options: Record<Name, NonNullable<ParseArgsConfig['options']>[string]>,
): ReadOptions<Name> | { fault: OptionFault } {
  const { values, positionals, tokens } = parseArgs({
    args: [...argv],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  if (values.help) return { fault: { kind: 'help' } };
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    if (!(token.name in options))
      return { fault: { kind: 'unknown-option', option: token.rawName } };
    if (options[token.name as Name].type === 'boolean') continue;
    const isOption = !token.inlineValue && token.value?.startsWith('--');
    if (!token.value || isOption)
      return { fault: { kind: 'missing-value', option: token.rawName } };
  }
  const named = Object.entries(values);
  const texts = named.flatMap(([name, value]) =>
    typeof value === 'boolean' ? [] : [[name, [value].flat().join('\n')]],
  );
  const flags = new Set(named.filter(([, value]) => value === true).map(([name]) => name));
  return { values: Object.fromEntries(texts), flags, words: positionals };
}
