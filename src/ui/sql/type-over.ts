import { EditorView } from '@codemirror/view';

/**
 * Text typed over a selection, put in by the editor itself. A browser that replaces coloured text gives the new text its style as a
 * `style` attribute, which the policy of the site refuses and says in the console. A text in composition is left to the browser,
 * which does not let it be taken over.
 */
export const typeOver = EditorView.domEventHandlers({
  beforeinput({ data, inputType }, view) {
    const selected = selectionIn(view);
    if (inputType !== 'insertText' || data === null || !selected) return false;
    const { from, to } = selected;
    const text = view.state.toText(data);
    const insert = () =>
      view.state.update({
        changes: { from, to, insert: text },
        selection: { anchor: from + text.length },
        scrollIntoView: true,
        userEvent: 'input.type',
      });
    const handlers = view.state.facet(EditorView.inputHandler);
    if (!handlers.some((handle) => handle(view, from, to, data, insert))) view.dispatch(insert());
    return true;
  },
});

/** What the browser has selected in the text, of which the editor hears later; null where there is nothing but a caret. */
function selectionIn(view: EditorView): { from: number; to: number } | null {
  const root = view.root as DocumentOrShadowRoot & { getSelection?: () => Selection | null };
  const { anchorNode, anchorOffset, focusNode, focusOffset } =
    (root.getSelection ? root.getSelection() : getSelection()) ?? NOTHING;
  if (!view.contentDOM.contains(anchorNode) || !view.contentDOM.contains(focusNode)) return null;
  if (!anchorNode || !focusNode) return null;
  const anchor = view.posAtDOM(anchorNode, anchorOffset);
  const head = view.posAtDOM(focusNode, focusOffset);
  return anchor === head ? null : { from: Math.min(anchor, head), to: Math.max(anchor, head) };
}

const NOTHING = { anchorNode: null, anchorOffset: 0, focusNode: null, focusOffset: 0 };
