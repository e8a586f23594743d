import { runAsk } from './run-ask.ts';

// A reader that has enough, as `head` has, is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

const code = await runAsk(process.argv.slice(2), {
  print: (text) => new Promise((resolve) => process.stdout.write(text, resolve)),
  say: (line) => console.error(line),
  show: process.stderr.isTTY ? (text) => process.stderr.write(text) : null,
});
// Said outright: DuckDB's start, which may still go on, sets an exit code of its own.
process.exit(code);
