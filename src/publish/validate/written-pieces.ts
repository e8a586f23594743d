import type { RuleContext } from './rule.ts';

/** Names of the written pieces (PDF) of a delivery, in lower case; none for a file that was given alone. */
export function writtenPieces({ delivery }: RuleContext): Set<string> {
  const names = delivery.files.map(fileName).filter((name) => /\.pdf$/i.test(name));
  return new Set(names.map((name) => name.toLowerCase()));
}

/** The name of a file without its folders, and without the page or place that follows `#`. */
export function fileName(path: string): string {
  return (path.split('#')[0] ?? '').trim().split(/[\\/]/).at(-1) ?? '';
}
