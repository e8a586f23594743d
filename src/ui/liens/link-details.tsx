import { Download, Share2 } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useServices } from '../app-context.tsx';
import { saveQuestion } from '../bibliotheque/save-question.ts';
import { lazyPart } from '../frame/lazy-part.tsx';
import { annotations } from '../strings/annotations.ts';
import { liens } from '../strings/liens.ts';
import { partager } from '../strings/partager.ts';
import { MAX_LINK_CHARS, type SharedLink } from './shared-link.ts';

/** What a link holds and leaves out; the link itself where it has to be copied by hand, a file where it is too long. */
export function LinkDetails({ link, isCopied }: { link: SharedLink; isCopied: boolean }) {
  const { url, isTooLong, pins, temporary, leavesQuestion, leavesDrawings } = link;
  if (isTooLong) return <TooLong length={url.length} />;
  const unkept = pins.filter(({ isKept }) => !isKept).map(({ layer }) => layer.title);
  return (
    <>
      {!isCopied && (
        <>
          <p className="warning">{liens.refused}</p>
          <textarea
            className="link-text"
            aria-label={liens.address}
            readOnly
            rows={3}
            value={url}
            ref={(text) => text?.select()}
          />
        </>
      )}
      <p>{pins.length > 0 ? liens.holds : liens.holdsMap}</p>
      {pins.length > 0 && (
        <>
          <h4>{liens.pins}</h4>
          <ul>
            {pins.map(({ layer, version }) => (
              <li key={layer.id}>
                {layer.title}, <span className="quiet">{liens.pin(layer.date, version)}</span>
              </li>
            ))}
          </ul>
          <p className="quiet">
            {unkept.length < pins.length && liens.kept} {unkept.length > 0 && liens.unkept(unkept)}
          </p>
        </>
      )}
      {temporary > 0 && <p className="warning">{liens.left(temporary)}</p>}
      {leavesQuestion && <p className="warning">{liens.leftQuestion}</p>}
      {leavesDrawings && <p className="warning">{annotations.unlinked}</p>}
      <ShareOtherwise url={url} />
    </>
  );
}

function ShareOtherwise({ url }: { url: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        <Share2 size={16} aria-hidden="true" />
        {partager.open}
      </button>
      {isOpen && (
        <Suspense>
          <ShareDialog url={url} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

const ShareDialog = lazyPart(async () => (await import('./share-dialog.tsx')).ShareDialog);

function TooLong({ length }: { length: number }) {
  const { store } = useServices();
  return (
    <>
      <p className="warning" role="alert">
        {liens.tooLong(length, MAX_LINK_CHARS)}
      </p>
      <button type="button" className="button" onClick={() => saveQuestion(store.getState())}>
        <Download size={16} aria-hidden="true" />
        {liens.file}
      </button>
    </>
  );
}
