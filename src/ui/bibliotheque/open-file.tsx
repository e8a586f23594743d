import { FolderOpen } from 'lucide-react';
import { type DragEvent, type ReactNode, useState } from 'react';
import { QUESTION_FILE_EXTENSION } from '../../domain/question-file.ts';
import { useEffects } from '../app-context.tsx';
import { fileWords } from '../strings/bibliotheque.ts';

/** What stands in it takes the file of a question that is dropped there. */
export function OpenFile({ children }: { children: ReactNode }) {
  const [isOver, setOver] = useState(false);
  const { openQuestionFile } = useEffects();
  const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what can be dropped can be chosen by the button as well
    <div
      className="file-drop"
      data-over={isOver}
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (file) void openQuestionFile(file);
      }}
    >
      {children}
      {isOver && <p className="file-drop-here">{fileWords.drop}</p>}
    </div>
  );
}

/** The button that opens the file of a question. */
export function OpenFileButton() {
  const { openQuestionFile } = useEffects();
  return (
    <label className="button file-button">
      <FolderOpen size={16} aria-hidden="true" />
      {fileWords.open}
      <input
        type="file"
        className="visually-hidden"
        accept={`${QUESTION_FILE_EXTENSION},.json,application/json`}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) void openQuestionFile(file);
          target.value = '';
        }}
      />
    </label>
  );
}
