import { type OptionFault, readOptions } from '../read-options.ts';

/** What is wrong with a command line. */
export type UsageFault = OptionFault | { kind: 'stray'; word: string };

/** The folder that a command line names, or what is wrong with it; `data` is the one where none is named. */
export function parseArguments(
  argv: readonly string[],
  data: string,
): { data: string } | { fault: UsageFault } {
  const read = readOptions(argv, OPTIONS);
  if ('fault' in read) return read;
  const [word] = read.words;
  return word === undefined
    ? { data: read.values.data ?? data }
    : { fault: { kind: 'stray', word } };
}

const OPTIONS = { help: { type: 'boolean' }, data: { type: 'string' } } as const;
