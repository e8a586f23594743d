import { createProgress } from '../publish/progress.ts';
import { runSeances } from './run-seances.ts';

/** `npm run seances`; `ARPENT_PUBLIC` and `ARPENT_DATA` name other folders. */
const code = await runSeances(process.argv.slice(2), {
  print: (line) => console.log(line),
  say: (line) => console.error(line),
  progress: createProgress(process.stderr),
});
// Said outright: DuckDB's start, which may still go on, sets an exit code of its own.
process.exit(code);
