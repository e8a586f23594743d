import * as v from 'valibot';
import { type AnnotatedShape, textToAnnotations } from '../domain/annotation.ts';
import type { Basemap } from '../domain/basemap.ts';
import { AppError, type ErrorData, errorToData } from '../domain/errors.ts';
import type { Scenario } from '../domain/impact.ts';
import type { ParameterValues } from '../domain/library.ts';
import { parseQuestion } from '../domain/parse-question.ts';
import type { Question } from '../domain/question.ts';
import { linkToScenario, scenarioToLink } from '../domain/scenario-file.ts';
import {
  linkError,
  shownToText,
  splitOnce,
  textToBasemap,
  textToBaseWithout,
  textToHelpPage,
  textToSelection,
  textToShown,
  textToVersions,
  textToView,
  versionsToText,
  viewToText,
} from './address-parts.ts';
import { linkedAnnotations } from './annotation-actions.ts';
import { type AnswerView, currentView } from './answer-view-actions.ts';
import { answerViewToText, textToAnswerView } from './answer-view-link.ts';
import {
  type AppState,
  type Comparison,
  type OpenQuestion,
  SCREENS,
  type Screen,
  type Selection,
  type ShownLayer,
  type View,
} from './app-state.ts';
import type { CommunePair } from './commune-actions.ts';
import { variantsOf } from './scenario-actions.ts';
import { type SeanceLink, seanceLink, textToPoint, textToSeance } from './seance-link.ts';
import { SHELF_PARTS, type ShelfPart } from './shelf.ts';
import type { Split } from './split.ts';
import { partsToSplit, splitToParts } from './split-link.ts';
import { linkedStatement } from './sql-actions.ts';
import { leftOut, shareable, unsharedCount } from './temporary-link.ts';

/** What a link holds. A part that the link does not name is null. */
export interface Address {
  screen: Screen;
  view: View | null;
  shown: ShownLayer[] | null;
  basemap: Basemap | null;
  /** What the base map is drawn without. */
  baseWithout: string[] | null;
  /** The second map of the same place. */
  split: Split | null;
  selection: Selection | null;
  /** The shapes that were annotated. */
  annotations: AnnotatedShape[] | null;
  question: Question | null;
  /** The scenario that is compared; null where the screen is another, or it is too long for a link. */
  scenario: Scenario | null;
  /** The statement of the SQL screen. */
  statement: string | null;
  /** Id of the theme whose page is shown. */
  theme: string | null;
  /** Column of the figure of the communes that is looked at on that page. */
  figure: string | null;
  /** The communes that are compared. */
  pair: CommunePair | null;
  /** The saved question open on that page, and whether it was asked. */
  open: (OpenQuestion & { isAsked: boolean }) | null;
  /** Id of the layer whose page is shown. */
  sheet: string | null;
  /** Id of the page of the guide that is shown. */
  helpPage: string | null;
  /** Two versions of that layer. */
  comparison: Comparison | null;
  /** Layer id → version that the answer was read from, or that the layer is shown in. */
  versions: Record<string, string> | null;
  /** How the answer is looked at. */
  reading: AnswerView | null;
  /** The part of the library of questions that is shown. */
  shelf: ShelfPart | null;
  /** The session that is open, and the number of the item that is presented. */
  seance: SeanceLink | null;
  /** What could not be read: the rest of the link holds all the same. */
  faults: ErrorData[];
}

/**
 * The address of a state, from `#` on: `#/carte?vue=2.64,50.53,10.5&couches=zae,communes:0.6&objet=zae/…&question={…}`,
 * `#/indicateurs?theme=risques&reponse=q15&choix={…}` (`ouverte` in place of `reponse` before it is asked),
 * `#/donnees?couche=zae&de=3f2a91c0&a=0b77c1de`, `#/seance?seance=gemapi&point=3`.
 * Layers are left out when they are `defaults`; versions are those of the answer and of the layers that are not shown in
 * their current one.
 */
export function stateToAddress(whole: AppState, defaults: ShownLayer[]): string {
  const state = shareable(whole);
  const unshared = unsharedCount(whole);
  const parts: string[] = [];
  const add = (name: string, value: string) => {
    parts.push(
      `${name}=${encodeURIComponent(value).replace(/%2C/g, ',').replace(/%2F/g, '/').replace(/%3A/g, ':')}`,
    );
  };
  if (state.screen === 'indicateurs') {
    if (state.theme) add('theme', state.theme);
    if (state.figure) add('chiffre', state.figure);
    if (state.pair) add('communes', state.pair.map((code) => code ?? '').join());
    if (state.open) addOpen(state.open, state.reply.kind !== 'none', add);
  }
  if (state.screen === 'donnees' && state.sheet) {
    add('couche', state.sheet);
    if (state.comparison) {
      add('de', state.comparison.from);
      add('a', state.comparison.to);
    }
  }
  if (state.screen === 'aide' && state.helpPage) add('page', state.helpPage);
  if (state.screen === 'seance') {
    const link = seanceLink(state);
    if (link) add('seance', link.id);
    if (link?.point) add('point', link.point);
    if (link?.point) return `#/seance?${parts.join('&')}`;
  }
  if (state.screen === 'question' && state.shelf.part) add('bibliotheque', state.shelf.part);
  if (state.screen === 'sql') {
    const statement = linkedStatement(state);
    if (statement !== null) add('requete', statement);
  }
  if (state.screen === 'scenarios') {
    const scenario = scenarioToLink({ ...state.scenario, variants: variantsOf(state) });
    if (scenario) add('scenario', scenario);
  }
  if (state.view) add('vue', viewToText(state.view));
  const shown = shownToText(state.shown);
  if (shown !== shownToText(defaults)) add('couches', shown);
  if (state.basemap !== 'plan') add('fond', state.basemap);
  if (state.baseWithout.length > 0) add('sans', state.baseWithout.join());
  if (state.split) for (const [name, text] of splitToParts(state.split)) add(name, text);
  const annotations = linkedAnnotations(state);
  if (annotations && state.screen !== 'scenarios') add('dessins', annotations);
  if (state.selection) add('objet', `${state.selection.layer}/${state.selection.key}`);
  if (state.asked) add('question', JSON.stringify(state.asked));
  const reading = state.asked ? answerViewToText(currentView(state)) : '';
  if (reading) add('lecture', reading);
  const versions = versionsToText(versionsOf(state));
  if (versions) add('versions', versions);
  if (unshared > 0) add('temporaires', String(unshared));
  return `#/${state.screen}${parts.length > 0 ? `?${parts.join('&')}` : ''}`;
}

/** What an address (`location.hash`) holds; a part that cannot be read is named in `faults` and left null. */
export function parseAddress(hash: string): Address {
  const [path = '', query = ''] = splitOnce(hash.replace(/^#\/?/, ''), '?');
  const faults: ErrorData[] = [];
  const read = (name: string) => new RegExp(`(?:^|&)${name}=([^&]*)`).exec(query)?.[1];
  const part = <T>(name: string, parse: (text: string) => T): T | null => {
    const text = read(name);
    if (text === undefined) return null;
    try {
      return parse(decodeURIComponent(text));
    } catch (error) {
      faults.push(faultOf(name, error));
      return null;
    }
  };
  const sheet = part('couche', (text) => textToId('couche', text));
  const from = part('de', (text) => textToVersion('de', text));
  const to = part('a', (text) => textToVersion('a', text));
  const seance = part('seance', textToSeance);
  const screen = SCREENS.find((candidate) => candidate === path);
  const unshared = part('temporaires', String);
  if (unshared !== null) faults.push(leftOut(unshared));
  if (!screen && path !== '') faults.push(errorToData(linkError('écran', `no screen "${path}"`)));
  return {
    screen: screen ?? 'carte',
    view: part('vue', textToView),
    shown: part('couches', textToShown),
    basemap: part('fond', textToBasemap),
    baseWithout: part('sans', textToBaseWithout),
    split: partsToSplit(part),
    selection: part('objet', textToSelection),
    annotations: part('dessins', readAnnotations),
    question: part('question', (text) => parseQuestion(JSON.parse(text))),
    scenario: part('scenario', linkToScenario),
    versions: part('versions', textToVersions),
    reading: part('lecture', textToAnswerView),
    shelf: part('bibliotheque', textToShelfPart),
    statement: part('requete', String),
    theme: part('theme', (text) => textToId('theme', text)),
    figure: part('chiffre', (text) => textToId('chiffre', text)),
    pair: part('communes', textToPair),
    open: openOf(
      part('ouverte', (text) => textToId('ouverte', text)),
      part('reponse', (text) => textToId('reponse', text)),
      part('choix', textToValues),
    ),
    sheet,
    helpPage: part('page', textToHelpPage),
    comparison: sheet && from && to ? { layer: sheet, from, to } : null,
    seance: seance === null ? null : { id: seance, point: part('point', textToPoint) },
    faults,
  };
}

function readAnnotations(text: string): AnnotatedShape[] {
  const annotated = textToAnnotations(text);
  if (!annotated) throw linkError('dessins', 'drawings');
  return annotated;
}

function versionsOf({ asked, answer, pinned, past, catalogue }: AppState): Record<string, string> {
  const shown = catalogue?.layers.filter(({ id }) => past[id]) ?? [];
  return {
    ...(answer.kind === 'ready' && asked ? answer.answer.versions : pinned),
    ...Object.fromEntries(shown.map(({ id, file }) => [id, file.version])),
  };
}

function addOpen(
  { id, values }: OpenQuestion,
  isAsked: boolean,
  add: (name: string, value: string) => void,
): void {
  add(isAsked ? 'reponse' : 'ouverte', id);
  if (Object.keys(values).length > 0) add('choix', JSON.stringify(values));
}

function openOf(
  opened: string | null,
  asked: string | null,
  values: ParameterValues | null,
): Address['open'] {
  const id = asked ?? opened;
  return id === null ? null : { id, values: values ?? {}, isAsked: asked !== null };
}

function textToShelfPart(text: string): ShelfPart {
  const part = SHELF_PARTS.find((name) => name === text);
  if (!part) throw linkError('bibliotheque', `part of the library "${text}"`);
  return part;
}

function textToId(part: string, text: string): string {
  if (!/^[a-z][a-z0-9_]*$/.test(text)) throw linkError(part, `${part} "${text}"`);
  return text;
}

/** Two INSEE codes, either of which may be empty. */
function textToPair(text: string): CommunePair {
  const codes = text.split(',');
  const isPair = codes.length === 2 && codes.every((code) => /^(\d[\dAB]\d{3})?$/.test(code));
  if (!isPair) throw linkError('communes', `communes "${text}", wanted two codes`);
  return [codes[0] || null, codes[1] || null];
}

function textToVersion(part: string, text: string): string {
  if (!/^[0-9a-f]{8}$/.test(text)) throw linkError(part, `version "${text}"`);
  return text;
}

function textToValues(text: string): ParameterValues {
  const parsed = v.safeParse(valuesSchema, JSON.parse(text));
  if (!parsed.success) throw linkError('choix', `values ${text}`);
  return parsed.output;
}

const valuesSchema = v.record(v.string(), v.union([v.string(), v.number(), v.boolean()]));

function faultOf(part: string, error: unknown): ErrorData {
  if (error instanceof AppError) return errorToData(error);
  return errorToData(linkError(part, error instanceof Error ? error.message : String(error)));
}
