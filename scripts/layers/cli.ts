import { runLayers } from './run-layers.ts';

process.exitCode = await runLayers(process.argv.slice(2), {
  print: (line) => console.log(line),
  say: (line) => console.error(line),
});
