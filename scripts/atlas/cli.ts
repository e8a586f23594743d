import { createProgress } from '../publish/progress.ts';
import { runAtlas } from './run-atlas.ts';

const code = await runAtlas(process.argv.slice(2), {
  print: (line) => console.log(line),
  say: (line) => console.error(line),
  progress: createProgress(process.stderr),
});
// Said outright: DuckDB's start, which may still go on, sets an exit code of its own.
process.exit(code);
