/** Runs `step`, saying before it what is done and after it how long it took. */
export async function timed(what, step) {
  const start = performance.now();
  console.log(`→ ${what}…`);
  const result = await step();
  console.log(`  ${((performance.now() - start) / 1000).toFixed(1).replace('.', ',')} s`);
  return result;
}

/** An error whose message is a French sentence for the person at the keyboard: it is shown without its stack. */
export class Stop extends Error {}

/** Runs a command's main function; a failure is told in one sentence and makes the exit code 1. */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Stop ? `\n${error.message}` : error);
    process.exit(1);
  }
}
