/** One `KEYWORD[value, …, CHILD[…]]` of a WKT. */
export interface WktNode {
  /** In capitals. */
  keyword: string;
  values: (string | number)[];
  children: WktNode[];
}

/**
 * The tree of a CRS written as WKT 1 (OGC, ESRI) or WKT 2 (ISO 19162), with either kind of brackets; null for any other
 * text. What is nested deeper than a CRS can be is not read.
 */
export function parseWkt(text: string): WktNode | null {
  const root: WktNode = { keyword: '', values: [], children: [] };
  const open = [root];
  for (const [, quoted, keyword, word, close] of text.matchAll(TOKEN)) {
    const node = open.at(-1) as WktNode;
    if (keyword !== undefined) {
      if (open.length > MAX_DEPTH) return null;
      const child = { keyword: keyword.toUpperCase(), values: [], children: [] };
      node.children.push(child);
      open.push(child);
    } else if (close !== undefined) {
      if (open.length === 1) return null;
      open.pop();
    } else if (quoted !== undefined) node.values.push(quoted.replaceAll('""', '"'));
    else if (word !== undefined) node.values.push(Number.isNaN(Number(word)) ? word : Number(word));
  }
  return root.children[0] ?? null;
}

/** The first child with one of these keywords. */
export function childOf(
  node: WktNode | undefined,
  ...keywords: readonly string[]
): WktNode | undefined {
  return node?.children.find(({ keyword }) => keywords.includes(keyword));
}

const MAX_DEPTH = 30;
const TOKEN = /"((?:[^"]|"")*)"|([A-Za-z]\w*)\s*[[(]|([-+\w.]+)|([\])])/g;
