import { useId, useState } from 'react';
import type { PublishedVersion } from '../../domain/layer-history.ts';
import { useEffects } from '../app-context.tsx';
import { versions as words } from '../strings/donnees.ts';

/** Two versions to choose and compare. `versions` are newest first. */
export function VersionPair({ versions }: { versions: PublishedVersion[] }) {
  const { compare } = useEffects();
  const [from, setFrom] = useState(versions[1]?.layer.file.version ?? '');
  const [to, setTo] = useState(versions[0]?.layer.file.version ?? '');
  const layer = versions[0]?.layer.id;
  return (
    <form
      className="version-pair"
      onSubmit={(event) => {
        event.preventDefault();
        if (layer) void compare({ layer, from, to }, true);
      }}
    >
      <VersionSelect label={words.before} versions={versions} value={from} onChange={setFrom} />
      <VersionSelect label={words.after} versions={versions} value={to} onChange={setTo} />
      <button type="submit" className="button" disabled={from === to}>
        {words.compareTwo}
      </button>
    </form>
  );
}

interface VersionSelectProps {
  label: string;
  versions: PublishedVersion[];
  value: string;
  onChange: (version: string) => void;
}

function VersionSelect({ label, versions, value, onChange }: VersionSelectProps) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {versions.map(({ layer: { file }, publishedAt }) => (
          <option key={file.version} value={file.version}>
            {`${words.of(publishedAt)} (${file.version})`}
          </option>
        ))}
      </select>
    </>
  );
}
