import { FileText } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { type ErrorData, errorToData, isAbort } from '../../../domain/errors.ts';
import type { Seance } from '../../../domain/seance.ts';
import { useServices } from '../../app-context.tsx';
import { ErrorText } from '../../frame/notices.tsx';
import { saveFile } from '../../frame/save-file.ts';
import { handoutWords as words } from '../../strings/seance-handout.ts';

/** How making the hand-out is going. */
type Status =
  | { kind: 'none' }
  | { kind: 'reading' | 'drawing'; done: number }
  | { kind: 'done'; name: string }
  | { kind: 'failed'; error: ErrorData };

/** Makes the hand-out of a session and hands it to the browser; what it does is told, and can be stopped. */
export function HandoutButton({ seance }: { seance: Seance }) {
  const services = useServices();
  const [status, setStatus] = useState<Status>({ kind: 'none' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const count = seance.items.length;
  const make = async () => {
    const { catalogue } = services.store.getState();
    if (!catalogue) return;
    const controller = new AbortController();
    running.current = controller;
    const { signal } = controller;
    const tell = (kind: 'reading' | 'drawing') => (done: number) => setStatus({ kind, done });
    tell('reading')(0);
    try {
      const [{ handoutRequestOf }, { handOut }] = await Promise.all([
        import('./handout-request-of.ts'),
        import('../../../paper/handout/hand-out.ts'),
      ]);
      const reading = { signal, onItem: tell('reading') };
      const request = await handoutRequestOf(seance, catalogue, services, reading);
      tell('drawing')(0);
      const baseUrl = new URL('.', location.href).href;
      const file = await handOut(request, baseUrl, { signal, onItem: tell('drawing') });
      const name = `${seance.id || 'seance'}.pdf`;
      saveFile(file, file.type, name);
      setStatus({ kind: 'done', name });
    } catch (error) {
      setStatus(isAbort(error) ? { kind: 'none' } : { kind: 'failed', error: errorToData(error) });
    }
  };
  const isBusy = status.kind === 'reading' || status.kind === 'drawing';
  return (
    <div className="seance-handout">
      <button type="button" className="button" disabled={isBusy} onClick={() => void make()}>
        <FileText size={16} aria-hidden="true" />
        {words.make}
      </button>
      {isBusy && (
        <p role="status">
          <progress value={(status.kind === 'drawing' ? count : 0) + status.done} max={2 * count} />
          <span>
            {words[status.kind](
              Math.min(status.done, count - 1 + Number(status.kind === 'drawing')),
              count,
            )}
          </span>
          <button type="button" className="link-button" onClick={() => running.current?.abort()}>
            {words.cancel}
          </button>
        </p>
      )}
      {status.kind === 'done' && <p role="status">{words.done(status.name)}</p>}
      {status.kind === 'failed' && (
        <div role="alert">
          <ErrorText error={status.error} />
        </div>
      )}
    </div>
  );
}
