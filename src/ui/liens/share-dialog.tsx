import { Download, Mail } from 'lucide-react';
import { useId, useState } from 'react';
import { useAppState } from '../app-context.tsx';
import { ModalDialog } from '../frame/modal-dialog.tsx';
import { saveFile } from '../frame/save-file.ts';
import { mapTitle } from '../imprimer/map-title.ts';
import { partager as words } from '../strings/partager.ts';
import { screens } from '../strings/screens.ts';
import { CopiedText } from './copied-text.tsx';
import { embedCode, mailLink } from './embed-code.ts';
import { MAX_QR_CHARS, type QrCode, qrCode, qrPath, qrPng, qrSvg } from './qr-code.ts';
import '../styles/partager.css';

/** Longest link that every mail program passes on whole. */
const MAX_MAIL_CHARS = 2000;

/** The ways to give a link away: copied, as a QR code, in a message, in another page. */
export function ShareDialog({ url, onClose }: { url: string; onClose: () => void }) {
  const id = useId();
  const territory = useAppState((state) => state.catalogue?.territory.shortName ?? '');
  const subject = useAppState((state) =>
    state.screen === 'carte' ? mapTitle(state) : screens[state.screen].title,
  );
  const [title, setTitle] = useState(words.pageTitle(territory, subject));
  const code = qrCode(url);
  return (
    <ModalDialog
      className="share-dialog"
      title={words.title}
      closeLabel={words.close}
      onClose={onClose}
    >
      <div className="share-parts">
        <CopiedText label={words.link} text={url} />
        <p className="share-title">
          <label htmlFor={id}>{words.nameLabel}</label>
          <input
            id={id}
            type="text"
            value={title}
            onChange={({ target }) => setTitle(target.value)}
          />
        </p>
        <section aria-label={words.qr}>
          <h3>{words.qr}</h3>
          {code ? (
            <QrPart code={code} title={title} />
          ) : (
            <p className="warning">{words.qrLong(url.length, MAX_QR_CHARS)}</p>
          )}
        </section>
        <section aria-label={words.mail}>
          <h3>{words.mail}</h3>
          <a className="button" href={mailLink(url, title, words.mailBody)}>
            <Mail size={16} aria-hidden="true" />
            {words.mailOpen}
          </a>
          {url.length > MAX_MAIL_CHARS && <p className="quiet">{words.mailLong}</p>}
        </section>
        <section aria-label={words.embed}>
          <h3>{words.embed}</h3>
          <p className="quiet">{words.embedHelp}</p>
          <CopiedText label={words.embedLabel} text={embedCode(url, title)} />
        </section>
      </div>
    </ModalDialog>
  );
}

function QrPart({ code, title }: { code: QrCode; title: string }) {
  const savePng = async () => {
    const png = await qrPng(code, title);
    if (png) saveFile(png, 'image/png', `${words.file}.png`);
  };
  return (
    <div className="share-qr">
      <svg
        viewBox={`0 0 ${code.size} ${code.size}`}
        role="img"
        aria-label={words.qrLabel(title)}
        shapeRendering="crispEdges"
      >
        <rect width={code.size} height={code.size} fill="#ffffff" />
        <path d={qrPath(code)} fill="#000000" />
      </svg>
      <div>
        <p className="quiet">{words.qrHelp}</p>
        <button
          type="button"
          className="button"
          onClick={() => saveFile(qrSvg(code, title), 'image/svg+xml', `${words.file}.svg`)}
        >
          <Download size={16} aria-hidden="true" />
          {words.svg}
        </button>
        <button type="button" className="button" onClick={() => void savePng()}>
          <Download size={16} aria-hidden="true" />
          {words.png}
        </button>
      </div>
    </div>
  );
}
