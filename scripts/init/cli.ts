import { runInit } from './run-init.ts';

process.exitCode = await runInit(process.argv.slice(2), {
  print: (line) => console.log(line),
  say: (line) => console.error(line),
});
