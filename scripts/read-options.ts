import { type ParseArgsConfig, parseArgs } from 'node:util';

/** What is wrong with the options of a command line, whatever the command. */
export type OptionFault =
  | { kind: 'help' }
  | { kind: 'unknown-option'; option: string }
  | { kind: 'missing-value'; option: string };

/** The values of a command's options, texts all but `help`, and its other words; or what is wrong with them. */
export function readOptions<Name extends string>(
  argv: readonly string[],
  options: Record<Name, NonNullable<ParseArgsConfig['options']>[string]>,
): { values: Partial<Record<Name, string>>; words: string[] } | { fault: OptionFault } {
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
    const isOption = !token.inlineValue && token.value?.startsWith('--');
    if (!token.value || isOption)
      return { fault: { kind: 'missing-value', option: token.rawName } };
  }
  return { values: values as Partial<Record<Name, string>>, words: positionals };
}
