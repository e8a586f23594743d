import { FolderOpen, Upload } from 'lucide-react';
import { useRef } from 'react';
import { goTo } from '../../state/actions.ts';
import { useAct } from '../app-context.tsx';
import { useFileDrop } from '../frame/use-file-drop.ts';
import { formatBytes } from '../strings/format.ts';
import { publier } from '../strings/publier.ts';
import type { StepProps } from './publish-wizard.tsx';
import { readChosen, readDropped } from './read-dropped.ts';
import { readyReports } from './wizard-state.ts';

/** Step 1: drop or choose what is to be published, or only looked at. */
export function FileStep({ wizard, state }: StepProps) {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const isBusy = state.work.kind === 'busy';
  const take = (chosen: FileList | null) => {
    if (chosen && chosen.length > 0) void wizard.takeFiles(readChosen([...chosen]));
  };
  const place = useRef<HTMLDivElement>(null);
  const isOver = useFileDrop(place, ({ items, files: dropped }) => {
    const entries = [...items].map((item) => item.webkitGetAsEntry?.() ?? null);
    void wizard.takeFiles(readDropped({ entries, files: [...dropped] }));
  });
  return (
    <section className="publier-step" aria-label={publier.steps.fichier}>
      <p className="hint">{publier.file.hint}</p>
      <div className="publier-drop" ref={place} data-over={isOver}>
        <p className="publier-drop-title">{publier.file.drop}</p>
        <div className="publier-row">
          <button
            type="button"
            className="button"
            disabled={isBusy}
            onClick={() => files.current?.click()}
          >
            <Upload size={16} aria-hidden="true" />
            {publier.file.files}
          </button>
          <button
            type="button"
            className="button"
            disabled={isBusy}
            onClick={() => folder.current?.click()}
          >
            <FolderOpen size={16} aria-hidden="true" />
            {publier.file.folder}
          </button>
        </div>
        <p className="quiet">{publier.file.formats}</p>
        <input
          ref={files}
          type="file"
          multiple
          hidden
          data-input="files"
          onChange={(event) => take(event.target.files)}
        />
        <input
          ref={folder}
          type="file"
          hidden
          data-input="folder"
          {...{ webkitdirectory: '' }}
          onChange={(event) => take(event.target.files)}
        />
      </div>
      {state.delivery && <ReadFiles wizard={wizard} state={state} />}
    </section>
  );
}

function ReadFiles({ wizard, state }: Pick<StepProps, 'wizard' | 'state'>) {
  const bytes = state.files.reduce((sum, file) => sum + file.bytes, 0);
  return (
    <>
      <p role="status">{publier.file.chosen(state.files.length, formatBytes(bytes))}</p>
      <button type="button" className="primary-button" onClick={() => void wizard.goTo('couche')}>
        {publier.file.continue}
      </button>
      <OpenOnly wizard={wizard} />
    </>
  );
}

/** The way out of the wizard: the layers are shown in this page and not published. */
export function OpenOnly({ wizard }: Pick<StepProps, 'wizard'>) {
  const act = useAct();
  const open = async () => {
    if (!(await wizard.prepare())) return;
    if (readyReports(wizard.store.getState()).length === 0) return wizard.goTo('couche');
    wizard.leaveOnMap();
    act((state) => goTo(state, 'carte'));
  };
  return (
    <div className="publier-aside">
      <button type="button" className="button" onClick={() => void open()}>
        {publier.file.open}
      </button>
      <p className="quiet">{publier.file.openHint}</p>
    </div>
  );
}
