import type { Finding } from '../../../src/publish/issue.ts';
import { messageOf } from '../../../src/publish/strings/issue-sentences.ts';
import { countOf } from '../../french-counts.ts';

/**
 * What readers found, a French sentence a rule: its first case, and how many others there are. What says nothing of the data of one
 * territory is left out: heights, collections that were taken apart, names of fields.
 */
export function issueNotes(findings: readonly Finding[]): string[] {
  const byRule = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (SILENT.includes(finding.rule)) continue;
    byRule.set(finding.rule, [...(byRule.get(finding.rule) ?? []), finding]);
  }
  return [...byRule.values()].map(([first, ...others]) => {
    const message = messageOf(first as Finding);
    if (others.length === 0) return message;
    return `${message} (et ${countOf(others.length, 'autre cas', 'autres cas')})`;
  });
}

const SILENT = ['source.heights-dropped', 'source.field-renamed', 'source.families-split'];
