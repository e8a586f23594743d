/** Type → meaning, from codes `type-subtype`: the meaning of the first of each type. */
export function typesOfCodes(codes: Record<string, string>): Record<string, string> {
  const types: Record<string, string> = {};
  for (const [code, meaning] of Object.entries(codes)) {
    const [type = code] = code.split('-');
    types[type] ??= meaning;
  }
  return types;
}
