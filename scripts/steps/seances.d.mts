/** Publishes the sessions of `data/seances` into `public/seances/` when they have changed. */
export function publishSeances(): Promise<void>;
