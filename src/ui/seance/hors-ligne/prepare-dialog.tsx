import type { Seance } from '../../../domain/seance.ts';
import type { PackPlan } from '../../../offline/plan-pack.ts';
import { ModalDialog } from '../../frame/modal-dialog.tsx';
import { ErrorText } from '../../frame/notices.tsx';
import { horsLigne } from '../../strings/hors-ligne.ts';
import { packLink, rootHere } from './site-here.ts';
import { type PreparationStatus, usePreparation } from './use-preparation.ts';
import '../../styles/hors-ligne.css';

interface PrepareDialogProps {
  seance: Seance;
  onClose: () => void;
}

/** What a session needs in order to be shown without network, how its preparation goes, and where it opens. */
export function PrepareDialog({ seance, onClose }: PrepareDialogProps) {
  const { status, start, cancel } = usePreparation(seance);
  return (
    <ModalDialog
      className="prepare-dialog"
      title={horsLigne.title}
      closeLabel={horsLigne.close}
      onClose={onClose}
    >
      <p>
        <strong>{seance.title}</strong>
      </p>
      <p className="quiet">{horsLigne.about}</p>
      <div className="prepare-status" aria-live="polite">
        <Status status={status} />
      </div>
      <footer>
        {status.kind === 'measured' && (
          <button type="button" className="primary-button" onClick={start}>
            {horsLigne.start}
          </button>
        )}
        {status.kind === 'running' && (
          <button type="button" className="button" onClick={cancel}>
            {horsLigne.cancel}
          </button>
        )}
        {status.kind === 'failed' && (
          <button type="button" className="button" onClick={start}>
            {horsLigne.prepareAgain}
          </button>
        )}
        {status.kind === 'done' && (
          <a className="primary-button" href={packLink(rootHere(), seance.id)}>
            {horsLigne.open}
          </a>
        )}
      </footer>
    </ModalDialog>
  );
}

function Status({ status }: { status: PreparationStatus }) {
  switch (status.kind) {
    case 'measuring':
      return <p>{horsLigne.measuring}</p>;
    case 'measured':
      return <Needs bytes={status.bytes} plan={status.plan} />;
    case 'failed':
      return <ErrorText error={status.error} />;
    case 'done':
      return (
        <>
          <p>{horsLigne.done(status.bytes)}</p>
          {!status.isPromised && <p className="quiet">{horsLigne.unpromised}</p>}
        </>
      );
    default: {
      const { layer, done, total } = status.progress;
      const words = layer ? horsLigne.layer(layer) : horsLigne.finishing;
      return (
        <p className="prepare-step">
          <progress aria-label={words} value={total > 0 ? done / total : undefined} max={1} />
          {words}
        </p>
      );
    }
  }
}

function Needs({ bytes, plan }: { bytes: number; plan: PackPlan }) {
  const whole = plan.layers.filter(({ extents }) => extents === null).length;
  return (
    <>
      <p>
        <strong>{horsLigne.atMost(bytes)}</strong>
      </p>
      <p>{horsLigne.contents(plan.layers.length - whole, whole, plan.parts.length > 0)}.</p>
      {plan.leftOut.length > 0 && <p>{horsLigne.leftOut(plan.leftOut)}</p>}
    </>
  );
}
