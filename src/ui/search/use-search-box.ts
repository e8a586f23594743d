import { type KeyboardEvent, useEffect, useState } from 'react';
import type { Place } from '../../domain/feature.ts';
import { markPlace } from '../../state/measure-actions.ts';
import { useAct, useEffects } from '../app-context.tsx';
import { ADDRESS_LAYER, keepAddressChoice, readsAddresses } from './address-choice.ts';
import { readRecentPlaces, rememberPlace } from './recent-places.ts';
import { usePlaces } from './use-places.ts';

/**
 * What is typed in the search field, the places that it finds, and what the keys do, as the ARIA combobox pattern has
 * it. Enter before the places have come chooses the first of them when they do.
 */
export function useSearchBox() {
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [recent, setRecent] = useState(readRecentPlaces);
  const [isEager, setEager] = useState(false);
  const [isOnline, setOnline] = useState(readsAddresses);
  const { openFeature } = useEffects();
  const act = useAct();
  const search = usePlaces(isOpen ? text : '', isOnline);
  const isRecent = text.trim() === '';
  const places = isRecent ? recent : search.places;

  const type = (next: string) => {
    setText(next);
    setActive(-1);
    setEager(false);
    setOpen(true);
  };
  const choose = (place: Place) => {
    type(place.title);
    setOpen(false);
    setRecent(rememberPlace(place));
    if (place.layer !== ADDRESS_LAYER) openFeature(place.layer, place.key);
    else {
      const [lng, lat] = place.extent;
      act((state) => markPlace(state, { at: [lng, lat], label: place.title }));
    }
  };
  const goOnline = (isChosen: boolean) => {
    setOnline(isChosen);
    keepAddressChoice(isChosen);
  };
  useEffect(() => {
    if (!isEager || search.kind !== 'found') return;
    setEager(false);
    const [first] = search.places;
    if (first) choose(first);
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const next = keyToIndex(event.key, active, places.length);
    const chosen = places[active];
    if (next !== null) {
      setOpen(true);
      setActive(next);
    } else if (event.key === 'Enter' && isOpen) {
      if (chosen) choose(chosen);
      else setEager(!isRecent);
    } else if (event.key === 'Escape' && isOpen) setOpen(false);
    else if (event.key === 'Escape' && text) type('');
    else return;
    event.preventDefault();
  };
  return {
    text,
    isOpen,
    setOpen,
    active,
    search,
    isRecent,
    isOnline,
    goOnline,
    places,
    type,
    choose,
    onKeyDown,
  };
}

/** Index that a key leads to in a list of `count`, -1 being the field itself; null for a key that moves nothing. */
function keyToIndex(key: string, index: number, count: number): number | null {
  if (count === 0) return null;
  if (key === 'ArrowDown') return index + 1 >= count ? 0 : index + 1;
  if (key === 'ArrowUp') return index <= 0 ? count - 1 : index - 1;
  return null;
}
