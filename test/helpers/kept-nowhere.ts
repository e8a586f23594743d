import type { BookmarkPorts } from '../../src/state/bookmark-effects.ts';
import type { KeptPorts } from '../../src/state/kept-effects.ts';

/** What the effects of kept questions, layers and maps need, in a browser that keeps nothing. */
export const keptNowhere: KeptPorts & BookmarkPorts = {
  storage: {
    get localStorage(): Storage {
      throw new Error('this page keeps nothing');
    },
    addEventListener() {},
  },
  openStorage: () => ({
    read: () => ({ kept: [], unread: 0 }),
    get: () => null,
    write: () => {},
    remove: () => {},
    follow: () => {},
  }),
  now: () => '2026-03-03T10:00:00.000Z',
  newId: () => 'a',
};
