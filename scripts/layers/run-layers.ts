import { CHANGE_KINDS, changesOf } from '../../src/domain/change.ts';
import { AppError } from '../../src/domain/errors.ts';
import { waitSentence } from '../publish/messages.ts';
import { siteOf } from '../publish/site.ts';
import { writeWhole } from '../publish/write-whole.ts';
import { type LayersCall, parseArguments } from './arguments.ts';
import { checkLayers } from './check.ts';
import { diffToGeoJson, diffVersions } from './diff.ts';
import { listLayers, listVersions } from './list.ts';
import {
  diffLines,
  failureLine,
  layerLines,
  pruneLines,
  rollbackLine,
  usageSentence,
  versionLines,
} from './messages.ts';
import { pruneLayers } from './prune.ts';
import { rollbackLayer } from './rollback.ts';

/** What a command answers: lines for a person, plain data for a machine, and its exit code. */
interface Answer {
  lines: string[];
  data: unknown;
  exitCode: 0 | 1;
}

/** Where a command speaks. */
export interface LayersIo {
  print(line: string): void;
  say(line: string): void;
}

/**
 * `npm run layers`: lists, compares, rolls back, prunes and checks layers. Gives the exit code: 0 done, 1 it cannot be done (or
 * layers are overdue, or a pruning waits for `--yes`), 2 the command is wrong.
 */
export async function runLayers(argv: readonly string[], io: LayersIo): Promise<number> {
  const call = parseArguments(argv);
  if ('fault' in call) {
    const isHelp = call.fault.kind === 'help';
    (isHelp ? io.print : io.say)(usageSentence(call.fault));
    return isHelp ? 0 : 2;
  }
  try {
    const { lines, data, exitCode } = await answer(call, io);
    if (call.json) io.print(JSON.stringify(data, null, 1));
    else for (const line of lines) io.print(line);
    return exitCode;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    io.say(failureLine(error));
    return 1;
  }
}

async function answer(call: LayersCall, io: LayersIo): Promise<Answer> {
  const site = siteOf(call.out);
  const waiting = {
    onWait: (...holder: Parameters<typeof waitSentence>) => io.say(waitSentence(...holder)),
  };
  switch (call.verb) {
    case 'list': {
      const layers = await listLayers(site);
      return { lines: layerLines(layers), data: layers, exitCode: 0 };
    }
    case 'history': {
      const versions = await listVersions(site, call.layer);
      return { lines: versionLines(versions), data: versions, exitCode: 0 };
    }
    case 'diff':
      return answerDiff(call);
    case 'rollback': {
      const rollback = await rollbackLayer(site, call.layer, call.version, waiting);
      return { lines: [rollbackLine(rollback)], data: rollback, exitCode: 0 };
    }
    case 'prune': {
      const { layer, keep, before, yes } = call;
      const retention = {
        ...(keep !== undefined && { keep }),
        ...(before !== undefined && { since: before }),
      };
      const pruned = await pruneLayers(site, layer, retention, yes, waiting);
      const isDone = yes || pruned.length === 0;
      const data = { isDone: yes, pruned };
      return { lines: pruneLines(pruned, yes), data, exitCode: isDone ? 0 : 1 };
    }
    case 'check': {
      const { all, service, today = new Date().toISOString().slice(0, 10) } = call;
      const options = { today, all, ...(service !== undefined && { service }) };
      const { lines, layers, exitCode } = await checkLayers(options, site);
      return { lines, data: layers, exitCode };
    }
  }
}

async function answerDiff(call: LayersCall & { verb: 'diff' }): Promise<Answer> {
  const found = await diffVersions(siteOf(call.out), call.layer, call.from, call.to);
  const { geojson, all } = call;
  if (geojson !== undefined) await writeWhole(geojson, JSON.stringify(diffToGeoJson(found)));
  const { added: _added, removed: _removed, changed: _changed, ...about } = found.diff;
  const changes = changesOf(found.diff);
  const counts = Object.fromEntries(
    CHANGE_KINDS.map((wanted) => [wanted, changes.filter(({ kind }) => kind === wanted).length]),
  );
  const data = { ...about, counts, changes };
  return { lines: diffLines(found.diff, all ? Infinity : SHOWN), data, exitCode: 0 };
}

/** Changes that are listed when nobody asked for all; how many there are is said. */
const SHOWN = 20;
