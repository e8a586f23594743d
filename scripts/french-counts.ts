const NUMBER = new Intl.NumberFormat('fr-FR');

/** "1 avertissement", "1 200 avertissements": French puts zero in the singular. */
export function countOf(count: number, one: string, many: string): string {
  return `${NUMBER.format(count)} ${Math.abs(count) < 2 ? one : many}`;
}

/** The size of a file: "12 ko", "1,5 Mo" (10³ and 10⁶ bytes, rounded up to what is shown). */
export function sizeOf(bytes: number): string {
  if (bytes < 1_000_000) return `${NUMBER.format(Math.ceil(bytes / 1000))} ko`;
  return `${NUMBER.format(Math.ceil(bytes / 100_000) / 10)} Mo`;
}
