import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import { completeSql } from '../../sql/complete.ts';
import { useServices } from '../app-context.tsx';
import { sqlScreen } from '../strings/sql-screen.ts';
import { createSqlEditor, type EditorFault, type SqlEditorHandle } from './create-editor.ts';

interface SqlEditorProps {
  ref: Ref<EditorControl>;
  text: string;
  fault: EditorFault | null;
  onChange: (text: string) => void;
  onRun: () => void;
}

/** What the screen asks of its editor. */
export interface EditorControl {
  target(): { text: string; start: number };
  select(start: number, end: number): void;
}

/** The editor of SQL as a component: the text is the state's, the rest its own. */
export function SqlEditor({ ref, text, fault, onChange, onRun }: SqlEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<SqlEditorHandle | null>(null);
  const latest = useRef({ text, onChange, onRun });
  latest.current = { text, onChange, onRun };
  const { store } = useServices();
  useEffect(() => {
    if (!host.current) return;
    const made = createSqlEditor({
      host: host.current,
      text: latest.current.text,
      complete: (sql, caret) => {
        const { catalogue } = store.getState();
        return catalogue
          ? completeSql(sql, caret, catalogue)
          : { from: caret, proposals: [], isAwaited: false };
      },
      onChange: (next) => latest.current.onChange(next),
      onRun: () => latest.current.onRun(),
    });
    editor.current = made;
    return () => {
      editor.current = null;
      made.destroy();
    };
  }, [store]);
  useEffect(() => editor.current?.setText(text), [text]);
  useEffect(() => editor.current?.setFault(fault), [fault]);
  useImperativeHandle(
    ref,
    () => ({
      target: () => editor.current?.target() ?? { text: latest.current.text, start: 0 },
      select: (start, end) => editor.current?.select(start, end),
    }),
    [],
  );
  return (
    <div>
      <div ref={host} className="sql-editor" />
      <p className="quiet sql-hint">{sqlScreen.editorHint}</p>
    </div>
  );
}
