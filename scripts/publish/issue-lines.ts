import type { Issue } from '../../src/publish/issue.ts';

export function issueLines(issues: readonly Issue[]): string[] {
  return issues.map(({ message }) => message);
}
