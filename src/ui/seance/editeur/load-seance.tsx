import { FolderOpen } from 'lucide-react';
import { useState } from 'react';
import { type MendedSeance, mendSeance } from '../../../domain/mend-seance.ts';
import { MAX_SEANCE_FILE_BYTES } from '../../../domain/parse-seance.ts';
import type { Extent } from '../../../domain/units.ts';
import type { SeanceEditor } from '../../../state/seance-editor.ts';
import { seanceEditor } from '../../strings/seance-editor.ts';

const words = seanceEditor.own;

/** Takes a session from a file into the editor, faults and all; `extent` (degrees) is of a view that cannot be read. */
export function LoadSeance({ editor, extent }: { editor: SeanceEditor; extent: Extent }) {
  const [isRefused, setRefused] = useState(false);
  const load = async (file: File) => {
    const mended = file.size > MAX_SEANCE_FILE_BYTES ? null : mend(await file.text(), extent);
    setRefused(mended === null);
    if (mended) editor.add(mended.seance, null, mended.lost);
  };
  return (
    <>
      <label className="button file-button">
        <FolderOpen size={16} aria-hidden="true" />
        {words.load}
        <input
          type="file"
          className="visually-hidden"
          accept=".json,application/json"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) void load(file);
            target.value = '';
          }}
        />
      </label>
      {isRefused && (
        <span className="fault" role="alert">
          {words.noSession}
        </span>
      )}
    </>
  );
}

function mend(text: string, extent: Extent): MendedSeance | null {
  try {
    return mendSeance(JSON.parse(text), extent);
  } catch {
    // What is no JSON holds no session: the reader is told so.
    return null;
  }
}
