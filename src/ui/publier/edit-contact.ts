import type { Contact } from '../../domain/layer.ts';

/** A contact with a part of it written anew; undefined when nothing of it is left. */
export function editContact(
  contact: Contact | undefined,
  part: Partial<Contact>,
): Contact | undefined {
  const { name = '', email, url } = { ...contact, ...part };
  if (!name && !email && !url) return undefined;
  return { name, ...(email && { email }), ...(url && { url }) };
}
