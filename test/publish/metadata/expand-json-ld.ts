/**
 * A JSON-LD document with every name and address written out, by its inline context of prefixes: what JSON-LD's expansion
 * does for documents without term definitions.
 * @throws {Error} for a name without a prefix of the context.
 */
export function expandJsonLd(
  document: Record<string, unknown>,
  base: string,
): Record<string, unknown> {
  const { '@context': context, ...rest } = document;
  return expand(rest, context as Record<string, string>, base) as Record<string, unknown>;
}

function expand(value: unknown, context: Record<string, string>, base: string): unknown {
  if (Array.isArray(value)) return value.map((item) => expand(item, context, base));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      if (key === '@id') return [key, new URL(inner as string, base).href];
      if (key === '@type') {
        const types = [inner as string | string[]].flat().map((type) => iri(type, context));
        return [key, types.length === 1 ? types[0] : types];
      }
      if (key.startsWith('@')) return [key, inner];
      return [iri(key, context), expand(inner, context, base)];
    }),
  );
}

function iri(name: string, context: Record<string, string>): string {
  const [prefix = '', local = ''] = name.split(/:(.*)/s);
  if (local.startsWith('//')) return name;
  if (!context[prefix]) throw new Error(`no prefix for ${name}`);
  return context[prefix] + local;
}
