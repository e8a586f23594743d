import type { PublishedVersion } from '../../domain/layer-history.ts';
import { versions as words } from '../strings/donnees.ts';

interface RollbackHelpProps {
  versions: PublishedVersion[];
  /** Version that is served now. */
  served: string;
}

/** How to serve an older version again: the page is static, a command does it. */
export function RollbackHelp({ versions, served }: RollbackHelpProps) {
  const older = versions.filter(({ layer }) => layer.file.version !== served);
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
