import { hasBasemap } from '../domain/basemap.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import { type ErrorData, errorToData } from '../domain/errors.ts';
import { isSameQuestion } from '../domain/question.ts';
import {
  addNotice,
  clearAnswer,
  defaultLayers,
  flyTo,
  openQuestion,
  putQuestion,
  setReply,
} from './actions.ts';
import type { Address } from './address.ts';
import { linkError } from './address-parts.ts';
import { followAnnotations } from './annotation-actions.ts';
import { changeView, EMPTY_VIEW } from './answer-view-actions.ts';
import type { AppState, ShownLayer } from './app-state.ts';
import { followScenario } from './scenario-actions.ts';
import { faultsToTell, withTemporary } from './temporary-link.ts';

/**
 * The state that a link asks for, whole: what the link does not name is as on a page just opened. Layers that are no
 * longer there are left out and become messages. The feature and the question are still to be fetched and asked.
 */
export function followLink(state: AppState, address: Address, catalogue: Catalogue): AppState {
  const isKnown = ({ id }: ShownLayer) => catalogue.layers.some((layer) => layer.id === id);
  const shown = withTemporary(state, address.shown ?? defaultLayers(catalogue));
  const split = address.split;
  const ownOther = { ...state, shown: state.split?.shown ?? [] };
  const otherShown = split?.shown && withTemporary(ownOther, split.shown);
  const basemap = address.basemap ?? 'plan';
  const isBasemapKnown = hasBasemap(basemap, catalogue);
  const faults = [
    ...faultsToTell(state, address.faults),
    ...[...shown, ...(otherShown ?? [])].filter((layer) => !isKnown(layer)).map(unknownLayer),
    ...(isBasemapKnown ? [] : [errorToData(linkError('fond', `no basemap "${basemap}"`))]),
  ];
  const view = address.view ?? state.view;
  const own = { ...state, ...unlinkedOf(state.seance) };
  const next: AppState = {
    ...(view ? own : flyTo(own, catalogue.territory.extent)),
    screen: address.screen,
    helpPage: address.helpPage,
    ...(address.statement === null ? {} : { statement: address.statement }),
    shelf: { ...state.shelf, part: address.shelf },
    seance: { ...state.seance, ...NOT_PRESENTED, wanted: address.seance },
    view,
    zoom: view?.zoom ?? state.zoom,
    shown: shown.filter(isKnown),
    shownBefore: null,
    basemap: isBasemapKnown ? basemap : 'plan',
    baseWithout: address.baseWithout ?? [],
    split: split && { ...split, shown: otherShown?.filter(isKnown) ?? null },
    ...(address.selection ? {} : { selection: null, card: { kind: 'closed' } }),
  };
  const followed = followQuestion(followSheet(followTheme(next, address), address), address);
  const annotated = followAnnotations(followed, address.annotations);
  const opened = followScenario(annotated, address.scenario);
  return faults.reduce(addNotice, { ...opened, pinned: address.versions });
}

/** What a reader who leaves a presentation by a link had before it, and no link holds. */
function unlinkedOf({ kept }: AppState['seance']): Partial<AppState> {
  if (!kept) return {};
  const { draft, drafts, restored, choropleth } = kept;
  return { draft, drafts, restored, choropleth };
}

const NOT_PRESENTED = { presenter: null, kept: null, outlined: null, ahead: [] };

/** The other screens leave the page of a layer as it was. A comparison is still to be made. */
function followSheet(state: AppState, { screen, sheet, comparison }: Address): AppState {
  if (screen !== 'donnees') return state;
  const isThere = JSON.stringify(comparison) === JSON.stringify(state.comparison);
  return isThere ? { ...state, sheet } : { ...state, sheet, ...NO_COMPARISON, comparison };
}

const NO_COMPARISON = { diff: { kind: 'none' }, change: null } as const;

/** The other screens leave the page of a theme as it was, for when the reader comes back to it. */
function followTheme(state: AppState, { screen, theme, open, figure, pair }: Address): AppState {
  if (screen !== 'indicateurs') return state;
  const asked = open && { id: open.id, values: open.values };
  const isOpen = JSON.stringify(asked) === JSON.stringify(state.open);
  const next = { ...state, theme, figure, pair };
  if (isOpen) return next;
  const opened = openQuestion(next, asked);
  return open?.isAsked ? setReply(opened, { kind: 'wanted' }) : opened;
}

function followQuestion(state: AppState, { question, reading }: Address): AppState {
  if (!question) return clearAnswer(state);
  const answerView = reading ?? EMPTY_VIEW;
  if (isSameQuestion(question, state.asked)) return changeView(state, answerView);
  return putQuestion({ ...state, answerView }, question, []);
}

function unknownLayer({ id }: ShownLayer): ErrorData {
  return { code: 'layer-unknown', message: `link: no layer "${id}"`, context: { layer: id } };
}
