/** Zones of the nine conic conformal systems of France (CC42 to CC50), EPSG codes 3942 to 3950. */
const ZONES = [42, 43, 44, 45, 46, 47, 48, 49, 50];

/** The code of the system with that false origin, metres; null when it is none of ours. */
export function lambertCode(falseEasting: number, northing: number): string | null {
  if (falseEasting === 700_000 && northing === 6_600_000) return 'EPSG:2154';
  const zone = ZONES.find((candidate) => falseNorthing(candidate) === northing);
  return zone && falseEasting === 1_700_000 ? `EPSG:${3900 + zone}` : null;
}

function falseNorthing(zone: number): number {
  return (zone - 41) * 1_000_000 + 200_000;
}
