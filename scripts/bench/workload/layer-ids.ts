/** Names of the layers of the workload. */
export const WORKLOAD_LAYERS = ['parcels', 'zones', 'points'] as const;

/** One of `WORKLOAD_LAYERS`. */
export type WorkloadLayerId = (typeof WORKLOAD_LAYERS)[number];
