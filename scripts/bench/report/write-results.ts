import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One heading of the report and the Markdown below it. */
export interface Section {
  title: string;
  body: string;
}

/** The tables of a run as text for the terminal. */
export function toText(machine: readonly string[], sections: readonly Section[]): string {
  const parts = sections.map(({ title, body }) => `## ${title}\n\n${body}`);
  return [machine.map((line) => `- ${line}`).join('\n'), ...parts].join('\n\n');
}

/** Keeps the tables of a run as `scripts/bench/RESULTS.md`, with the date and the command that made them. */
export async function writeResults(date: Date, command: string, text: string): Promise<void> {
  const day = date.toISOString().slice(0, 16).replace('T', ' ');
  const head = `# Benchmark\n\nWritten by \`${command}\` on ${day} UTC. What is measured, and how: [scripts/README.md](../README.md#benchmark).`;
  await writeFile(RESULTS, `${head}\n\n${text}\n`);
}

const RESULTS = join(import.meta.dirname, '..', 'RESULTS.md');
