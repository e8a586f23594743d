import { CloudOff, RefreshCw } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { followVersion } from '../../../offline/follow-version.ts';
import { packDates } from '../../../offline/pack-age.ts';
import { useAppState } from '../../app-context.tsx';
import { horsConnexion } from '../../strings/hors-ligne.ts';
import { packHere, rootHere } from './site-here.ts';
import { useConnection } from './use-connection.ts';
import { usePacks } from './use-packs.ts';

/**
 * Registers the service worker, then offers a newer version of the app when there is one, and says of a page without network,
 * or of a prepared session, what it shows. Silent while a session is presented.
 */
export function OfflineBanner() {
  const isPresenting = useAppState(({ seance }) => seance.presenter !== null);
  const newVersion = useNewVersion();
  return (
    <section className="renewal" aria-label={horsConnexion.label} role="status">
      {!isPresenting && (
        <>
          {newVersion && <NewVersion {...newVersion} />}
          {packHere() === null ? <SiteConnection /> : <PackNote />}
        </>
      )}
    </section>
  );
}

function NewVersion({ take, decline }: { take: () => void; decline: () => void }) {
  return (
    <Note icon={<RefreshCw size={16} aria-hidden="true" />} text={horsConnexion.newVersion}>
      <button type="button" className="link-button" onClick={take}>
        {horsConnexion.take}
      </button>
      <button type="button" className="link-button" onClick={decline}>
        {horsConnexion.later}
      </button>
    </Note>
  );
}

function SiteConnection() {
  const connection = useConnection();
  const { packs } = usePacks();
  const isOnSessions = useAppState(({ screen }) => screen === 'seance');
  if (connection.isOnline) return null;
  return (
    <Note
      icon={<CloudOff size={16} aria-hidden="true" />}
      text={horsConnexion.offline(connection.keptAt)}
    >
      {packs && packs.length > 0 && !isOnSessions && (
        <a className="link-button" href="#/seance">
          {horsConnexion.offlineSessions}
        </a>
      )}
    </Note>
  );
}

function PackNote() {
  const { packs } = usePacks();
  const pack = packs?.find(({ id }) => id === packHere());
  if (!pack) return null;
  return (
    <Note
      icon={<CloudOff size={16} aria-hidden="true" />}
      text={horsConnexion.inPack(pack.title, pack.preparedAt, packDates(pack))}
    >
      <a className="link-button" href={`${rootHere()}#/seance`}>
        {horsConnexion.toSite}
      </a>
    </Note>
  );
}

function Note({ icon, text, children }: { icon: ReactNode; text: string; children: ReactNode }) {
  return (
    <div className="past-banner">
      {icon}
      <div>
        <p>{text}</p>
        <p className="renewal-buttons">{children}</p>
      </div>
    </div>
  );
}

/** The newer version of the app that can be taken, until the reader puts it off. */
function useNewVersion(): { take: () => void; decline: () => void } | null {
  const [take, setTake] = useState<(() => void) | null>(null);
  useEffect(() => {
    let isGone = false;
    let stop: (() => void) | null = null;
    void followVersion(rootHere(), {
      onNewVersion: (found) => {
        if (!isGone) setTake(() => found);
      },
    }).then((stopFollowing) => {
      if (isGone) stopFollowing();
      else stop = stopFollowing;
    });
    return () => {
      isGone = true;
      stop?.();
    };
  }, []);
  return take && { take, decline: () => setTake(null) };
}
