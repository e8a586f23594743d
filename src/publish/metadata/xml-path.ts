import type { XmlNode } from './xml-tree.ts';

/** The elements at a path of names below a node, in the order of the document; `*` is any name. */
export function allAt(node: XmlNode, path: string): XmlNode[] {
  return path
    .split('/')
    .reduce(
      (nodes, name) =>
        nodes.flatMap(({ children }) =>
          children.filter((child) => name === '*' || child.name === name),
        ),
      [node],
    );
}

/** The first text at a path; undefined when there is none. */
export function textAt(node: XmlNode, path: string): string | undefined {
  return allAt(node, path)
    .map(textOf)
    .find((text) => text !== undefined);
}

/** The text of an element or of the first below it that has one: ISO wraps each value in its type. */
export function textOf(node: XmlNode | undefined): string | undefined {
  if (!node) return undefined;
  if (node.text) return node.text;
  return node.children.map(textOf).find((text) => text !== undefined);
}
