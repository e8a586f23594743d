import { expect, it } from 'vitest';
import { editContact } from '../../../src/ui/publier/edit-contact.ts';

it('a contact is written part by part, keeps the others, and is gone when nothing is left', () => {
  const first = editContact(undefined, { email: 'sig@exemple.fr' });
  expect(first).toEqual({ name: '', email: 'sig@exemple.fr' });
  const named = editContact(first, { name: 'Service SIG' });
  expect(named).toEqual({ name: 'Service SIG', email: 'sig@exemple.fr' });
  expect(editContact(named, { email: '' })).toEqual({ name: 'Service SIG' });
  expect(editContact({ name: 'x' }, { name: '' })).toBeUndefined();
});
