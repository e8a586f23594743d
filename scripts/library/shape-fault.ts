import * as v from 'valibot';
import { closestName } from '../../src/domain/nearest-name.ts';
import type { LibraryFault } from './library-fault.ts';
import { listFault, unquoted } from './list-fault.ts';

/** The shape of an item: an object whose keys are known. */
export type Schema = v.GenericSchema & { entries: Record<string, unknown> };

/** The fault of an item that has not its shape, as Valibot tells it; `at` is where the item stands in its file. */
export function shapeFault(
  file: string,
  at: string,
  issue: v.BaseIssue<unknown>,
  schema: Schema,
): LibraryFault {
  const path = [at, v.getDotPath(issue)].filter(Boolean).join('.');
  const received = unquoted(issue.received);
  if (issue.expected === 'never') {
    const nearest = closestName(received, keysBeside(issue, schema));
    return { file, path, kind: 'unknown-key', value: received, nearest };
  }
  const ofList = listFault(path, issue);
  if (ofList) return { file, ...ofList };
  const isMissing = issue.received === 'undefined';
  const detail = issue.expected ?? issue.message;
  return { file, path, kind: 'shape', detail, ...(isMissing ? {} : { value: issue.received }) };
}

/** The keys that stand where the key of an issue does, none where they depend on another value. */
function keysBeside(issue: v.BaseIssue<unknown>, schema: Schema): string[] {
  type Node = { entries?: Record<string, Node>; wrapped?: Node; item?: Node };
  const steps = (issue.path ?? []).slice(0, -1);
  const beside = steps.reduce<Node | undefined>((node, { key }) => {
    const inner = node?.wrapped ?? node;
    return inner?.entries?.[String(key)] ?? inner?.item;
  }, schema as Node);
  return Object.keys(beside?.entries ?? {});
}
