import { FolderOpen } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { QUESTION_FILE_EXTENSION } from '../../domain/kept-question.ts';
import { useEffects } from '../app-context.tsx';
import { useFileDrop } from '../frame/use-file-drop.ts';
import { fileWords } from '../strings/bibliotheque.ts';

/** What stands in it takes the file of a question that is dropped there. */
export function OpenFile({ children }: { children: ReactNode }) {
  const { openQuestionFile } = useEffects();
  const place = useRef<HTMLDivElement>(null);
  const isOver = useFileDrop(place, ({ files: [file] }) => {
    if (file) void openQuestionFile(file);
  });
  return (
    <div className="file-drop" ref={place} data-over={isOver}>
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
