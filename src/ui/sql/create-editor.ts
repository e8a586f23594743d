import {
  acceptCompletion,
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  closeBrackets,
  closeBracketsKeymap,
  closeCompletion,
  snippet,
  startCompletion,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { setDiagnostics } from '@codemirror/lint';
import { EditorState, Prec, RangeSetBuilder } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  drawSelection,
  EditorView,
  keymap,
  placeholder,
  tooltips,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import { colourSql, statementAt } from '../../sql/colour.ts';
import type { SqlProposals } from '../../sql/complete.ts';
import { sqlScreen } from '../strings/sql-screen.ts';
import { editorTheme } from './editor-theme.ts';
import { describeProposal } from './proposal-words.ts';
import { typeOver } from './type-over.ts';

/** What an editor is made with. */
export interface EditorOptions {
  /** The element in whose shadow tree it lives; it must have none yet, or that of an editor before it. */
  host: HTMLElement;
  text: string;
  complete(sql: string, caret: number): SqlProposals;
  onChange(text: string): void;
  /** Ctrl+Enter. */
  onRun(): void;
}

/** A stretch of text with something wrong in it. */
export interface EditorFault {
  start: number;
  end: number;
  message: string;
}

/** An editor of SQL. */
export interface SqlEditorHandle {
  /** Takes another text, unless it is the one that it has. */
  setText(text: string): void;
  /** What is to be run: the selection, else the statement at the caret; with the offset where it begins. */
  target(): { text: string; start: number };
  /** Underlines a fault, or none. */
  setFault(fault: EditorFault | null): void;
  /** Selects a stretch and takes the focus. */
  select(start: number, end: number): void;
  destroy(): void;
}

/** An editor in an element: colours, completion, undo. The Tab key leaves it, so that the keyboard is never held. */
export function createSqlEditor({
  host,
  text,
  complete,
  onChange,
  onRun,
}: EditorOptions): SqlEditorHandle {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open', delegatesFocus: true });
  const runKeys = {
    key: 'Mod-Enter',
    run: (target: EditorView) => {
      closeCompletion(target);
      onRun();
      return true;
    },
  };
  const view = new EditorView({
    root,
    parent: root as unknown as HTMLElement,
    state: EditorState.create({
      doc: text,
      extensions: [
        Prec.highest(keymap.of([runKeys, { key: 'Tab', run: acceptCompletion }])),
        keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap]),
        history(),
        drawSelection(),
        closeBrackets(),
        typeOver,
        colours,
        tooltips({ position: 'fixed' }),
        autocompletion({
          override: [(context) => propose(context, complete)],
          icons: false,
        }),
        EditorView.lineWrapping,
        placeholder(sqlScreen.placeholder),
        EditorState.phrases.of(sqlScreen.editorPhrases),
        EditorView.contentAttributes.of({
          'aria-label': sqlScreen.label,
          'aria-describedby': 'hint',
          autocapitalize: 'off',
          autocorrect: 'off',
          spellcheck: 'false',
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) onChange(update.state.doc.toString());
        }),
        editorTheme,
      ],
    }),
  });
  const hint = document.createElement('p');
  hint.id = 'hint';
  hint.hidden = true;
  hint.textContent = sqlScreen.editorHint;
  root.append(hint);
  return {
    setText(next) {
      const { doc } = view.state;
      if (doc.toString() === next) return;
      view.dispatch({ changes: { from: 0, to: doc.length, insert: next } });
    },
    target() {
      const { doc, selection } = view.state;
      const { from, to, empty, head } = selection.main;
      const whole = doc.toString();
      const { start, end } = empty ? statementAt(whole, head) : { start: from, end: to };
      return { text: whole.slice(start, end), start };
    },
    setFault(fault) {
      const { length } = view.state.doc;
      const places = fault && fault.start <= length ? [fault] : [];
      const diagnostics = places.map(({ start, end, message }) => ({
        from: start,
        to: Math.min(Math.max(end, start + 1), length),
        severity: 'error' as const,
        message,
      }));
      view.dispatch(setDiagnostics(view.state, diagnostics));
    },
    select(start, end) {
      const { length } = view.state.doc;
      view.focus();
      view.dispatch({
        selection: { anchor: Math.min(start, length), head: Math.min(end, length) },
        scrollIntoView: true,
      });
    },
    destroy: () => {
      view.destroy();
      hint.remove();
    },
  };
}

/** The colours of the words, made anew at each change: a statement is short. */
const colours = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = decorate(view);
    }

    update({ docChanged, view }: ViewUpdate): void {
      if (docChanged) this.decorations = decorate(view);
    }
  },
  { decorations: ({ decorations }) => decorations },
);

function decorate({ state }: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const { start, end, colour } of colourSql(state.doc.toString())) {
    if (end > start) builder.add(start, end, Decoration.mark({ class: `sql-${colour}` }));
  }
  return builder.finish();
}

function propose(
  context: CompletionContext,
  complete: EditorOptions['complete'],
): CompletionResult | null {
  const { from, proposals, isAwaited } = complete(context.state.doc.toString(), context.pos);
  const isTyping = from < context.pos;
  if (proposals.length === 0 || !(context.explicit || isAwaited || isTyping)) return null;
  return { from, options: proposals.map(toCompletion), validFor: /^'?[\w\u0080-\uffff]*$/ };
}

function toCompletion(proposal: SqlProposals['proposals'][number], place: number): Completion {
  const { detail, info } = describeProposal(proposal);
  const base = {
    label: proposal.text,
    type: proposal.kind,
    boost: BOOSTS[proposal.kind] - place / 1000,
    ...(detail ? { detail } : {}),
    ...(info ? { info } : {}),
  };
  if (proposal.kind === 'function')
    return { ...base, apply: callOf(proposal.text, proposal.parameters) };
  if (proposal.kind !== 'value') return base;
  return {
    ...base,
    apply: (view, _completion, from, to) => {
      const after = view.state.sliceDoc(to, to + 1) === "'" ? 1 : 0;
      const changes = { from, to: to + after, insert: proposal.text };
      view.dispatch({ changes, selection: { anchor: from + proposal.text.length } });
    },
  };
}

/** What a call is written as: its parameters are to be filled one after the other. */
function callOf(name: string, parameters: string): NonNullable<Completion['apply']> {
  const names = parameters === '' ? [] : parameters.split(', ');
  const write = snippet(`${name}(${names.map((one) => `\${${one}}`).join(', ')})`);
  return (view, completion, from, to) => {
    write(view, completion, from, to);
    if (names.length > 0) startCompletion(view);
  };
}

const BOOSTS = { value: 9, column: 5, alias: 4, table: 3, function: 1, keyword: 0 };
