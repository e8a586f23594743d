import { screens } from '../strings/screens.ts';

/** The user guide, the keyboard list and the accessibility statement. */
export function AidePanel() {
  return <p>{screens.aide.title}</p>;
}
