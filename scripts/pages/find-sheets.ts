import type { Catalogue } from '../../src/domain/catalogue.ts';
import type { CommuneSheet } from '../../src/domain/commune-sheet.ts';
import type { Library } from '../../src/domain/library.ts';
import type { Engine } from '../../src/engine/protocol.ts';
import { askCommunes } from './ask-communes.ts';
import { askStatements, type Unanswered } from './ask-statements.ts';
import { makeSheets } from './make-sheets.ts';

/** What the layers and the library of a site say of its communes. */
export interface FoundSheets {
  sheets: CommuneSheet[];
  unanswered: Unanswered[];
}

/**
 * The sheets of all communes, and what could not be found. About 20 s for 100 communes and 270 000 parcels, most of it to read them and
 * to hold them against the flood zones.
 * @throws {AppError} as `askCommunes`.
 */
export async function findSheets(
  engine: Engine,
  catalogue: Catalogue,
  library: Library,
  onStatement?: (done: number, total: number) => void,
): Promise<FoundSheets> {
  const communes = await askCommunes(engine, catalogue);
  const themes = library.communeFigures ?? [];
  const answers = await askStatements(engine, catalogue, themes, onStatement);
  const sheets = makeSheets({ catalogue, library, communes, answers });
  return { sheets, unanswered: answers.unanswered };
}
