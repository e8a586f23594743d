import { FolderOpen } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { SEANCE_FILE_EXTENSION } from '../../domain/parse-seance.ts';
import type { SeanceEntry } from '../../domain/seance.ts';
import { HelpHint } from '../aide/help-hint.tsx';
import { useAppState } from '../app-context.tsx';
import { ErrorText } from '../frame/notices.tsx';
import { useFileDrop } from '../frame/use-file-drop.ts';
import { seance } from '../strings/seance.ts';
import { OwnSeances } from './editeur/own-seances.tsx';
import { PreparedSessions } from './hors-ligne/prepared-sessions.tsx';
import { usePacks } from './hors-ligne/use-packs.ts';
import { useSeance } from './seance-context.ts';

const words = seance.list;

/** The sessions that the site has; one is opened from it, or from a file. */
export function SeanceList() {
  const { readList, openFile } = useSeance();
  const place = useRef<HTMLDivElement>(null);
  const isOver = useFileDrop(place, ({ files: [file] }) => {
    if (file) void openFile(file);
  });
  useEffect(() => {
    void readList();
  }, [readList]);
  return (
    <div className="file-drop seance-list" ref={place} data-over={isOver}>
      <div className="with-hint">
        <p className="quiet">{words.intro}</p>
        <HelpHint about="seance" />
      </div>
      <PreparedSessions />
      <h2>{words.title}</h2>
      <Entries />
      <OwnSeances />
      <label className="button file-button">
        <FolderOpen size={16} aria-hidden="true" />
        {words.openFile}
        <input
          type="file"
          className="visually-hidden"
          accept={`${SEANCE_FILE_EXTENSION},.json,application/json`}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) void openFile(file);
            target.value = '';
          }}
        />
      </label>
      {isOver && <p className="file-drop-here">{words.drop}</p>}
    </div>
  );
}

function Entries() {
  const list = useAppState((state) => state.seance.list);
  const { readList } = useSeance();
  const { packs } = usePacks();
  if (list.kind === 'failed') {
    return (
      <div role="alert">
        <ErrorText error={list.error} />
        <button type="button" className="button" onClick={() => void readList()}>
          {words.retry}
        </button>
      </div>
    );
  }
  if (list.kind !== 'ready') return <p className="quiet">{words.loading}</p>;
  if (list.entries.length === 0) return <p className="quiet">{words.none}</p>;
  const isReady = ({ id }: SeanceEntry) => packs?.some((pack) => pack.id === id) ?? false;
  const latestFirst = [...list.entries].sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''));
  return (
    <ul className="seance-entries">
      {latestFirst.map((entry) => (
        <Entry key={entry.id} entry={entry} isReady={isReady(entry)} />
      ))}
    </ul>
  );
}

function Entry({ entry, isReady }: { entry: SeanceEntry; isReady: boolean }) {
  const { open } = useSeance();
  return (
    <li>
      <button type="button" className="seance-entry" onClick={() => void open(entry.id)}>
        <strong>{entry.title}</strong>
        <span>{words.facts(entry.assembly, entry.date)}</span>
        <span className="quiet">
          {words.items(entry.items)}
          {isReady && <span className="seance-ready">{words.ready}</span>}
        </span>
      </button>
    </li>
  );
}
