import { Suspense } from 'react';
import { useAppState } from '../app-context.tsx';
import { PrintButton } from '../imprimer/print-button.tsx';
import { CopyLink } from '../liens/copy-link.tsx';
import { fr } from '../strings/fr.ts';
import { AppearanceButton } from './appearance-button.tsx';
import { lazyPart } from './lazy-part.tsx';
import { Logo } from './logo.tsx';

/** Name of the atlas and of its territory, the permanent sentence that says what is simulated, the link to what is shown, and the guided visit. */
export function TopBar() {
  const territory = useAppState((state) => state.catalogue?.territory ?? null);
  const isSettled = useAppState((state) => state.isPainted || state.isMapless);
  const visit = useAppState((state) => state.visit);
  return (
    <header className="top-bar">
      <h1 className="top-bar-name">
        <Logo />
        {fr.app.title}
        {territory && <span className="top-bar-territory">{territory.shortName}</span>}
      </h1>
      {isSettled && (
        <Suspense>
          <OtherTerritories />
        </Suspense>
      )}
      {territory?.banner && <p className="top-bar-banner">{territory.banner}</p>}
      {territory && (
        <div className="top-bar-tools">
          {isSettled && (
            <Suspense>
              <VisitInvitation />
            </Suspense>
          )}
          <PrintButton />
          <CopyLink isCompact />
          <AppearanceButton />
        </div>
      )}
      {visit && (
        <Suspense>
          <Visit visit={visit} />
        </Suspense>
      )}
    </header>
  );
}

const OtherTerritories = lazyPart(
  async () => (await import('../territoires/other-territories.tsx')).OtherTerritories,
);

const VisitInvitation = lazyPart(
  async () => (await import('../aide/visite/visit-invitation.tsx')).VisitInvitation,
);

const Visit = lazyPart(async () => (await import('../aide/visite/visit.tsx')).Visit);
