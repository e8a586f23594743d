import type { PublishedVersion } from '../../domain/layer-history.ts';
import { versions as words } from '../strings/donnees.ts';

/** How to serve an older version again: the page is static, a command does it. */
export function RollbackHelp({ older }: { older: PublishedVersion[] }) {
  return (
    <details className="rollback">
      <summary>{words.rollback}</summary>
      <p>{words.rollbackHelp}</p>
      <ul>
        {older.map(({ layer, publishedAt }) => (
          <li key={layer.file.version}>
            {words.of(publishedAt)}
            <code>{words.rollbackCommand(layer.id, layer.file.version)}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}
