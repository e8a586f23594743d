/** Names for a sentence: all of a few, else the first and how many more there are: "Allouagne, Ames et 12 autres". */
export function someOf(names: readonly string[]): string {
  if (names.length <= NAMED) return names.join(', ');
  return `${names.slice(0, NAMED).join(', ')} et ${names.length - NAMED} autres`;
}

/** One more is not worth the words "et 1 autre". */
const NAMED = 12;
