import { type ReactNode, Suspense, useEffect, useState } from 'react';
import { useAppState, useServices } from '../app-context.tsx';
import { CatalogueWait } from '../frame/catalogue-wait.tsx';
import { lazyPart } from '../frame/lazy-part.tsx';
import { ErrorText } from '../frame/notices.tsx';
import { seance as words } from '../strings/seance.ts';
import '../styles/seance.css';
import { editorOf, useEditorState } from './editeur/editor-context.ts';
import { SeanceEditor } from './editeur/seance-editor.tsx';
import { OpenedSeance } from './opened-seance.tsx';
import { SeanceContext, seanceEffectsOf } from './seance-context.ts';
import { SeanceList } from './seance-list.tsx';

/** The Séance screen: the sessions of the territory, the one that is open, and its presentation over all else. */
export function SeancePanel() {
  const services = useServices();
  const [effects] = useState(() => seanceEffectsOf(services));
  const catalogue = useAppState((state) => state.catalogue);
  const status = useAppState((state) => state.seance.status);
  const wanted = useAppState((state) => state.seance.wanted);
  const isPresented = useAppState((state) => state.seance.presenter !== null);
  useEffect(() => {
    if (catalogue && wanted) void effects.openWanted();
  }, [catalogue, wanted, effects]);
  if (!catalogue) return <CatalogueWait />;
  return (
    <SeanceContext value={effects}>
      {status.kind === 'failed' && (
        <div role="alert">
          <ErrorText error={status.error} />
        </div>
      )}
      {status.kind === 'loading' && <p className="quiet">{words.list.opening}</p>}
      <OpenSession>
        {status.kind === 'ready' ? <OpenedSeance held={status.held} /> : <SeanceList />}
      </OpenSession>
      {isPresented && (
        <Suspense>
          <Presentation />
        </Suspense>
      )}
    </SeanceContext>
  );
}

/** The reader's own session while it is edited, else what is given. */
function OpenSession({ children }: { children: ReactNode }) {
  const editor = editorOf(useServices().store);
  const edited = useEditorState(editor, (state) => state.edited);
  return edited ? <SeanceEditor editor={editor} edited={edited} /> : children;
}

const Presentation = lazyPart(async () => (await import('./presentation.tsx')).Presentation);
