import { foldText } from '../../domain/fold-text.ts';
import type { Contact, LayerMeta } from '../../domain/layer.ts';
import { allAt, textAt } from './xml-path.ts';
import type { XmlNode } from './xml-tree.ts';

/** An organisation or a department, never a person, and what it is to the data. */
interface Party extends Contact {
  role: string;
}

/**
 * Producer, department that refreshes and contact, from the parties of the data, else from those of the record. Who has no
 * organisation and no function is left out, as is an e-mail address that holds the name of a person of the party.
 */
export function readParties(
  record: XmlNode,
  data: XmlNode,
): Partial<Pick<LayerMeta, 'producer' | 'service' | 'contact'>> {
  const ofData = [
    ...allAt(data, 'pointOfContact'),
    ...allAt(data, 'citation/CI_Citation/citedResponsibleParty'),
  ].flatMap(toParties);
  const ofRecord = allAt(record, 'contact').flatMap(toParties);
  const isContact = ({ role }: Party) => role === 'pointOfContact';
  const isReachable = ({ email, url }: Party) => email !== undefined || url !== undefined;
  const producer =
    PRODUCER_ROLES.flatMap((role) => ofData.filter((party) => party.role === role))[0] ??
    ofData[0] ??
    ofRecord[0];
  const service = ofData.find(({ role, name }) => role === 'custodian' && name !== producer?.name);
  const [contact] = [
    ...ofData.filter((party) => isContact(party) && isReachable(party)),
    ...ofData.filter(isReachable),
    ...ofRecord.filter(isReachable),
    ...ofData.filter(isContact),
  ];
  return {
    ...(producer && { producer: producer.name }),
    ...(service && { service: service.name }),
    ...(contact && { contact: toContact(contact) }),
  };
}

/** Who made the data, in the order in which the roles of ISO 19115 tell it. */
const PRODUCER_ROLES = [
  'originator',
  'author',
  'owner',
  'publisher',
  'pointOfContact',
  'custodian',
];

/** The parties of `CI_ResponsibleParty` (19139), or of `CI_Responsibility` (19115-3). */
function toParties(holder: XmlNode): Party[] {
  return holder.children.flatMap((node) => {
    const role = allAt(node, 'role/CI_RoleCode')[0]?.attributes.codeListValue ?? '';
    const organisations = allAt(node, 'party/CI_Organisation');
    if (node.name === 'CI_ResponsibleParty') {
      const name = textAt(node, 'organisationName') ?? textAt(node, 'positionName');
      return toParty(node, role, name, textAt(node, 'individualName'));
    }
    return organisations.flatMap((organisation) => {
      const person = textAt(organisation, 'individual/CI_Individual/name');
      const position = textAt(organisation, 'individual/CI_Individual/positionName');
      return toParty(organisation, role, textAt(organisation, 'name') ?? position, person);
    });
  });
}

function toParty(
  node: XmlNode,
  role: string,
  name: string | undefined,
  person: string | undefined,
): Party[] {
  if (!name) return [];
  const path = 'contactInfo/CI_Contact';
  const email = textAt(node, `${path}/address/CI_Address/electronicMailAddress`);
  const url = textAt(node, `${path}/onlineResource/CI_OnlineResource/linkage`);
  return [
    {
      role,
      name: name.replace(/\s+/g, ' '),
      ...(email && isPlainEmail(email, person) && { email }),
      ...(url && /^https?:\/\//.test(url) && { url }),
    },
  ];
}

function isPlainEmail(email: string, person = ''): boolean {
  const [local = ''] = email.split('@');
  const names = foldText(person)
    .split(' ')
    .filter((word) => word.length > 2);
  return (
    /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) &&
    !names.some((word) => foldText(local).includes(word))
  );
}

const toContact = ({ role: _role, ...contact }: Party): Contact => contact;
