import { AppError } from '../../src/domain/errors.ts';
import { closestName } from '../../src/domain/nearest-name.ts';
import { siteOf } from '../publish/site.ts';
import { commandSentence } from '../publish/site-sentences.ts';
import { findGroups, nearestGroups } from '../territory/find-groups.ts';
import { listOfficialGroups } from '../territory/official-groups.ts';
import { type InitCall, parseArguments } from './arguments.ts';
import { initTerritory } from './init-territory.ts';
import {
  doneSentence,
  foundSentence,
  occupiedSentence,
  unknownSentence,
  usageSentence,
} from './messages.ts';

/** Where the command speaks. */
export interface CommandIo {
  /** The answer. */
  print(line: string): void;
  /** Everything else. */
  say(line: string): void;
}

/**
 * `npm run init`: enters a territory of the official list, or lists those that words name. Gives the exit code: 0 done, 1 the
 * territory is not known or another is there, 2 the command is wrong.
 */
export async function runInit(argv: readonly string[], io: CommandIo): Promise<number> {
  const call = parseArguments(argv);
  if ('fault' in call) {
    const isHelp = call.fault.kind === 'help';
    (isHelp ? io.print : io.say)(usageSentence(call.fault));
    return isHelp ? 0 : 2;
  }
  return call.siren === null ? search(call, io) : enter(call, call.siren, io);
}

/** The list is an answer, but nothing was entered: 0 where something was found, 1 where nothing was. */
function search({ words }: InitCall, io: CommandIo): number {
  const groups = listOfficialGroups();
  const found = findGroups(words, groups);
  const names = groups.flatMap((group) => group.communes.map(({ name }) => name));
  const near = found.length > 0 ? null : closestName(words, names);
  (found.length > 0 ? io.print : io.say)(foundSentence(words, found, near));
  return found.length > 0 ? 0 : 1;
}

async function enter(
  { into, force, said }: InitCall,
  siren: string,
  io: CommandIo,
): Promise<number> {
  try {
    const site = siteOf(undefined, into);
    const main = into ? siteOf(undefined) : null;
    const outcome = await initTerritory({ site, main, siren, force, said });
    if ('occupied' in outcome) {
      io.say(occupiedSentence(outcome.occupied, outcome.path));
      return 1;
    }
    io.print(doneSentence(outcome, into));
    return 0;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code !== 'territory-unknown') {
      io.say(commandSentence(error));
      return 1;
    }
    const groups = listOfficialGroups();
    const byCommune = findGroups(siren, groups);
    io.say(
      byCommune.length > 0
        ? foundSentence(siren, byCommune, null)
        : unknownSentence(siren, nearestGroups(siren, groups, 5)),
    );
    return 1;
  }
}
