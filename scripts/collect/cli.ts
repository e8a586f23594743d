import { createProgress } from '../publish/progress.ts';
import { runCollect } from './run-collect.ts';

const controller = new AbortController();
// A second Ctrl-C ends the process at once: what is served stays whole then too.
process.once('SIGINT', () => controller.abort());
process.once('SIGTERM', () => controller.abort());

process.exitCode = await runCollect(process.argv.slice(2), {
  print: (line) => console.log(line),
  say: (line) => console.error(line),
  progress: createProgress(process.stderr),
  signal: controller.signal,
});
