import { join } from 'node:path';
import { AppError } from '../../src/domain/errors.ts';
import { failureSentence } from '../../src/publish/strings/failure-sentence.ts';
import { parseArguments } from './arguments.ts';
import { successLine, usageSentence } from './messages.ts';
import { publishFile } from './publish-file.ts';
import { readThemes, type Site } from './write-catalogue.ts';

/**
 * `npm run publish -- FILE --layer ID …`: adds a layer to what is served. Prints one line; exit code 0 when done, 1 when
 * the file cannot be published, 2 when the command is wrong. `ARPENT_PUBLIC` and `ARPENT_DATA` name other folders than
 * `public/` and `data/`, for another deployment or a test.
 */
async function main(argv: readonly string[]): Promise<number> {
  const root = join(import.meta.dirname, '..', '..');
  const site: Site = {
    publicDir: process.env.ARPENT_PUBLIC ?? join(root, 'public'),
    dataDir: process.env.ARPENT_DATA ?? join(root, 'data'),
  };
  const themes = await readThemes(site);
  const parsed = parseArguments(
    argv,
    themes.map((theme) => theme.id),
  );
  if ('fault' in parsed) {
    console.error(usageSentence(parsed.fault));
    return parsed.fault.kind === 'help' ? 0 : 2;
  }
  try {
    const published = await publishFile(parsed.publication, site);
    for (const warning of published.warnings) {
      console.error(`Attention : ${warning.message}`);
    }
    console.log(successLine(published));
    return 0;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    console.error(failureSentence(error));
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
