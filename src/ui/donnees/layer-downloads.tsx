import { Download } from 'lucide-react';
import type { Layer } from '../../domain/layer.ts';
import { sheet } from '../strings/donnees.ts';
import { formatBytes } from '../strings/format.ts';

/** The files of a layer: its data, and its metadata in the two forms that catalogues harvest. */
export function LayerDownloads({ layer: { id, file } }: { layer: Layer }) {
  const root = file.path.slice(0, file.path.indexOf('layers/'));
  const files = [
    [file.path, sheet.parquet(formatBytes(file.bytes))],
    [`${root}metadata/${id}.xml`, sheet.iso19139],
    [`${root}metadata/19115-3/${id}.xml`, sheet.iso191153],
  ] as const;
  return (
    <section aria-labelledby="sheet-downloads">
      <h3 id="sheet-downloads">{sheet.downloads}</h3>
      <ul className="downloads">
        {files.map(([path, label]) => (
          <li key={path}>
            <a href={path} download>
              <Download size={16} aria-hidden="true" />
              {label}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
