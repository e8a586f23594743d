import { EditorView } from '@codemirror/view';

/**
 * The look of the editor, in the tokens of the interface, which are light or dark by themselves. It is in a shadow tree, where
 * CodeMirror adopts style sheets: in the page it would add a `<style>`, which the policy of the site refuses.
 */
export const editorTheme = EditorView.theme({
  '&': {
    minHeight: '160px',
    maxHeight: '50vh',
    border: '1px solid var(--control-line)',
    borderRadius: 'var(--radius)',
    background: 'var(--floating)',
    color: 'var(--ink)',
    fontSize: 'var(--text-dense)',
  },
  '&.cm-focused': { outline: '3px solid var(--canal)', outlineOffset: '2px' },
  '.cm-scroller': {
    fontFamily: 'ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace',
    lineHeight: '1.5',
    overflow: 'auto',
  },
  '.cm-content': { padding: '8px 4px', caretColor: 'var(--ink)', minHeight: '144px' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '.cm-placeholder': { color: 'var(--quiet)' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground':
    { background: 'color-mix(in srgb, var(--canal) 28%, transparent)' },
  '.sql-keyword': { color: 'var(--canal)', fontWeight: '600' },
  '.sql-function': { color: 'var(--sql-function)' },
  '.sql-string': { color: 'var(--sql-string)' },
  '.sql-number': { color: 'var(--sql-number)' },
  '.sql-name': { color: 'var(--ink)', fontStyle: 'italic' },
  '.sql-comment': { color: 'var(--quiet)', fontStyle: 'italic' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--brique) 2px',
    textUnderlineOffset: '4px',
  },
  '.cm-lintPoint:after': { borderBottomColor: 'var(--brique)' },
  '.cm-tooltip': {
    border: '1px solid var(--line)',
    borderRadius: 'var(--radius)',
    background: 'var(--raised)',
    color: 'var(--ink)',
    boxShadow: 'var(--shadow)',
    zIndex: '30',
  },
  // Clear of what hangs below the letters of the line: an underscore is part of most names.
  '.cm-tooltip-below': { marginTop: '4px' },
  '.cm-diagnostic': { padding: '6px 10px', maxWidth: '420px', fontFamily: 'var(--font)' },
  '.cm-diagnostic-error': { borderLeft: '4px solid var(--brique)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    maxHeight: '14em',
    maxWidth: 'min(520px, 90vw)',
    fontFamily: 'inherit',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    padding: '3px 8px',
    lineHeight: '24px',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    background: 'var(--canal)',
    color: 'var(--on-canal)',
  },
  '.cm-completionDetail': {
    marginLeft: '12px',
    color: 'var(--quiet)',
    fontFamily: 'var(--font)',
    fontStyle: 'normal',
  },
  'li[aria-selected] .cm-completionDetail': { color: 'inherit' },
  '.cm-completionMatchedText': { textDecoration: 'underline' },
  '.cm-completionInfo': {
    padding: '8px 12px',
    maxWidth: '340px',
    fontFamily: 'var(--font)',
    lineHeight: '1.4',
  },
  // Where there is no room beside the list, help would lie over what is to be chosen from.
  '.cm-completionInfo-left-narrow, .cm-completionInfo-right-narrow': { display: 'none' },
  '.cm-completionIcon': { display: 'none' },
});
