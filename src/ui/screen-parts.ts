import { lazyPart } from './frame/lazy-part.tsx';

/** The component of that name, fetched when it is first shown. */
export const EngineSpared = lazyPart(
  async () => (await import('./frame/engine-spared.tsx')).EngineSpared,
);

/** The component of that name, fetched when it is first shown. */
export const QuestionPanel = lazyPart(
  async () => (await import('./question/question-panel.tsx')).QuestionPanel,
);

/** The component of that name, fetched when it is first shown. */
export const CommunesPanel = lazyPart(
  async () => (await import('./communes/communes-panel.tsx')).CommunesPanel,
);

/** The component of that name, fetched when it is first shown. */
export const IndicatorsPanel = lazyPart(
  async () => (await import('./indicateurs/indicators-panel.tsx')).IndicatorsPanel,
);

/** The component of that name, fetched when it is first shown. */
export const DataPanel = lazyPart(async () => (await import('./donnees/data-panel.tsx')).DataPanel);

/** The component of that name, fetched when it is first shown. */
export const PublishWizard = lazyPart(
  async () => (await import('./publier/publish-wizard.tsx')).PublishWizard,
);

/** The component of that name, fetched when it is first shown. */
export const ScenariosPanel = lazyPart(
  async () => (await import('./scenarios/scenarios-panel.tsx')).ScenariosPanel,
);

/** The component of that name, fetched when it is first shown. */
export const SqlPanel = lazyPart(async () => (await import('./sql/sql-panel.tsx')).SqlPanel);

/** The component of that name, fetched when it is first shown. */
export const SeancePanel = lazyPart(
  async () => (await import('./seance/seance-panel.tsx')).SeancePanel,
);

/** The component of that name, fetched when it is first shown. */
export const AidePanel = lazyPart(async () => (await import('./aide/aide-panel.tsx')).AidePanel);

/** The component of that name, fetched when it is first shown. */
export const OfflineBanner = lazyPart(
  async () => (await import('./seance/hors-ligne/offline-banner.tsx')).OfflineBanner,
);

/** The component of that name, fetched when it is first shown. */
export const MapTools = lazyPart(async () => (await import('./outils/map-tools.tsx')).MapTools);

/** The component of that name, fetched when it is first shown. */
export const FeatureCards = lazyPart(
  async () => (await import('./card/feature-cards.tsx')).FeatureCards,
);

/** The component of that name, fetched when it is first shown. */
export const DrawingBar = lazyPart(
  async () => (await import('./drawing/drawing-bar.tsx')).DrawingBar,
);

/** The component of that name, fetched when it is first shown. */
export const OtherSide = lazyPart(
  async () => (await import('./comparer/other-side.tsx')).OtherSide,
);

/** The component of that name, fetched when it is first shown. */
export const TableDrawer = lazyPart(
  async () => (await import('./table/table-drawer.tsx')).TableDrawer,
);
