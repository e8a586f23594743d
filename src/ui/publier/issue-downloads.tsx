import { Download } from 'lucide-react';
import type { Issue } from '../../publish/issue.ts';
import { today } from '../carte/today.ts';
import { saveFile } from '../frame/save-file.ts';
import { publier } from '../strings/publier.ts';

/** Takes every issue away, as a table or as a map. */
export function IssueDownloads({ issues }: { issues: readonly Issue[] }) {
  const name = `signalements-${today()}`;
  const saveCsv = async () => {
    const { issuesToCsv } = await import('../../publish/report/issues-to-csv.ts');
    saveFile(issuesToCsv(issues), 'text/csv', `${name}.csv`);
  };
  const saveGeoJson = async () => {
    const { issuesToGeoJson } = await import('../../publish/report/issues-to-geojson.ts');
    saveFile(JSON.stringify(issuesToGeoJson(issues)), 'application/geo+json', `${name}.geojson`);
  };
  return (
    <div className="publier-row">
      <span className="quiet">{publier.check.download}</span>
      <button type="button" className="button" onClick={() => void saveCsv()}>
        <Download size={16} aria-hidden="true" />
        CSV
      </button>
      <button type="button" className="button" onClick={() => void saveGeoJson()}>
        <Download size={16} aria-hidden="true" />
        GeoJSON
      </button>
    </div>
  );
}
