import type { runPublish } from '../../scripts/publish/run-publish.ts';

/** Runs a command within this process; rejects with what it said where it does not end well. */
export async function runCommand(command: typeof runPublish, argv: string[]): Promise<void> {
  const said: string[] = [];
  const hear = (line: string) => void said.push(line);
  const code = await command(argv, {
    print: hear,
    say: hear,
    progress: { say: hear, clear: () => {} },
    signal: new AbortController().signal,
  });
  if (code !== 0) throw new Error(`${argv.join(' ')} ended with ${code}: ${said.join('\n')}`);
}
