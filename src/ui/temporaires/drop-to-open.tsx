import { X } from 'lucide-react';
import { type RefObject, useRef, useState } from 'react';
import { errorToData, isAbort } from '../../domain/errors.ts';
import { QUESTION_FILE_EXTENSION } from '../../domain/kept-question.ts';
import { type AppServices, useServices } from '../app-context.tsx';
import { useFileDrop } from '../frame/use-file-drop.ts';
import { temporaires } from '../strings/temporaires.ts';
import { openingFault } from './opening-fault.ts';

type Opening =
  | { kind: 'none' }
  | { kind: 'busy'; stop: () => void }
  | { kind: 'failed'; sentence: string };

/** Opens what is dropped on the map as temporary layers, the file of a question in its form; says how far it is, and why it could not be done. */
export function DropToOpen({ target }: { target: RefObject<HTMLElement | null> }) {
  const services = useServices();
  const [opening, setOpening] = useState<Opening>({ kind: 'none' });
  const running = useRef<AbortController | null>(null);
  const isOver = useFileDrop(target, (transfer) => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setOpening({ kind: 'busy', stop: () => controller.abort() });
    open(services, transfer, controller.signal)
      .then((sentence) => setOpening(sentence ? { kind: 'failed', sentence } : { kind: 'none' }))
      .finally(() => {
        if (running.current === controller) running.current = null;
      });
  });
  if (isOver && opening.kind !== 'busy') return <p className="drop-target">{temporaires.drop}</p>;
  if (opening.kind === 'none') return <p className="visually-hidden" role="status" />;
  return (
    <div className="drop-status" role="status">
      <p>{opening.kind === 'busy' ? temporaires.opening : opening.sentence}</p>
      {opening.kind === 'busy' ? (
        <button type="button" className="button" onClick={opening.stop}>
          {temporaires.stop}
        </button>
      ) : (
        <button
          type="button"
          className="icon-button"
          aria-label={temporaires.close}
          onClick={() => setOpening({ kind: 'none' })}
        >
          <X size={16} aria-hidden="true" />
        </button>
      )}
    </div>
  );
}

/** Opens what was dropped; gives the sentence that says why it could not be, or null. */
async function open(
  services: AppServices,
  transfer: DataTransfer,
  signal: AbortSignal,
): Promise<string | null> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.() ?? null);
  const files = [...transfer.files];
  const question = files.find(({ name }) => name.endsWith(QUESTION_FILE_EXTENSION));
  if (question) {
    await services.effects.openQuestionFile(question);
    return null;
  }
  try {
    const { openTemporary } = await import('./open-temporary.ts');
    await openTemporary(services, { entries, files }, signal);
    return null;
  } catch (error) {
    return isAbort(error) ? null : openingFault(errorToData(error));
  }
}
