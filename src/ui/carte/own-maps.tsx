import { Trash2 } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import type { OwnMap } from '../../domain/own-map.ts';
import { useAppState, useEffects } from '../app-context.tsx';
import { IconButton } from '../frame/icon-button.tsx';
import { catalogue as strings } from '../strings/catalogue.ts';
import { formatDate } from '../strings/format.ts';
import { CopyMapLink } from './copy-map-link.tsx';

/** The maps that the reader keeps in this browser: what is shown can become one, one that is deleted can come back. */
export function OwnMaps() {
  const { maps, unread } = useAppState(({ bookmarks }) => bookmarks);
  const { bookmarks } = useEffects();
  const [told, setTold] = useState('');
  const [deleted, setDeleted] = useState<OwnMap | null>(null);
  const remove = async (map: OwnMap) => {
    (await bookmarks()).deleteMap(map.id);
    setDeleted(map);
    setTold(strings.deleted(map.name));
  };
  const restore = async (map: OwnMap) => {
    const isKept = (await bookmarks()).restoreMap(map);
    setDeleted(null);
    setTold(isKept ? strings.restored(map.name) : strings.savedHere(map.name));
  };
  const save = async (name: string) => {
    const isKept = (await bookmarks()).saveMap(name);
    setDeleted(null);
    setTold(isKept ? strings.saved(name) : strings.savedHere(name));
  };
  return (
    <section className="own-maps" aria-labelledby="own-maps-title">
      <h3 className="maps-title" id="own-maps-title">
        {strings.mapsOwn}
      </h3>
      <SaveMap onSave={(name) => void save(name)} />
      <p className="maps-told">
        <span role="status">{told}</span>{' '}
        {deleted && (
          <button
            type="button"
            className="link-button"
            ref={takeFocus}
            onClick={() => void restore(deleted)}
          >
            {strings.undo}
          </button>
        )}
      </p>
      <ul>
        {maps.map((map) => (
          <OwnMapRow key={map.id} map={map} onDelete={() => void remove(map)} />
        ))}
      </ul>
      {unread > 0 && <p className="quiet">{strings.unread(unread)}</p>}
      <p className="quiet">{maps.length === 0 ? strings.noOwn : strings.ownHelp}</p>
    </section>
  );
}

/** The button that deletes goes with its map: the one that brings it back takes the focus. */
const takeFocus = (button: HTMLButtonElement | null) => button?.focus({ preventScroll: true });

function OwnMapRow({ map, onDelete }: { map: OwnMap; onDelete: () => void }) {
  const { name, address, createdAt } = map;
  return (
    <li className="map-row">
      <a className="map-open" href={address}>
        <strong>{name}</strong>
        <span className="map-purpose">{formatDate(createdAt)}</span>
      </a>
      <CopyMapLink name={name} addressOf={() => address} />
      <IconButton label={strings.delete(name)} icon={Trash2} onClick={onDelete} />
    </li>
  );
}

/** The form that keeps what the map shows under a name. */
function SaveMap({ onSave }: { onSave: (name: string) => void }) {
  const [name, setName] = useState('');
  const [isNameless, setNameless] = useState(false);
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setNameless(name.trim() === '');
    if (name.trim() === '') return;
    onSave(name.trim());
    setName('');
  };
  return (
    <form className="save-map" onSubmit={submit}>
      <label htmlFor={id}>{strings.saveName}</label>
      <input
        id={id}
        type="text"
        maxLength={MAX_NAME_CHARS}
        value={name}
        aria-invalid={isNameless}
        aria-describedby={isNameless ? `${id}-fault` : undefined}
        onChange={({ target }) => setName(target.value)}
      />
      <button type="submit" className="button">
        {strings.save}
      </button>
      {isNameless && (
        <p className="fault" id={`${id}-fault`} role="alert">
          {strings.saveNeedsName}
        </p>
      )}
    </form>
  );
}

const MAX_NAME_CHARS = 80;
