/**
 * The files of a tiny EDIGEO exchange: one parcel, a square whose outline is one arc, named « Béthune ». Fields as
 * AFNOR Z 52000 and the standard of the cadastral plan have them. `system` is a name of the IGN's registry.
 */
export function createEdigeo(system: string): Record<string, Uint8Array> {
  const object = 'E01;SeSD;OBJ;PARCELLE_id';
  const attribute = 'E01;SeSD;ATT;NOM_id';
  const files: Record<string, [string, string][]> = {
    'E01.THF': [
      ['RTYSA', 'GTS'],
      ['LONSA', 'E'],
      ['GNNSA', '01G'],
      ['GONSA', '01O'],
      ['QANSA', '01Q'],
      ['DINSA', '01D'],
      ['SCNSA', '01S'],
      ['GDNSA', '01V'],
    ],
    'E01G.GEN': [
      ['RTYSA', 'GEN'],
      ['CM1CC', '+680000.;+7040000.;'],
      ['CM2CC', '+680100.;+7040100.;'],
    ],
    'E01O.GEO': [
      ['RTYSA', 'GEO'],
      ['RELSA', system],
    ],
    'E01D.DIC': [
      ['RTYSA', 'DID'],
      ['RIDSA', 'PARCELLE'],
      ['LABSA', 'PARCELLE'],
      ['RTYSA', 'DIA'],
      ['RIDSA', 'NOM'],
      ['LABSA', 'NOM_id'],
      ['TYPSA', 'T'],
    ],
    'E01S.SCD': [
      ['RTYSA', 'OBJ'],
      ['RIDSA', 'PARCELLE_id'],
      ['DIPCP', 'E01;SeDD;DID;PARCELLE'],
      ['KNDSA', 'ARE'],
      ['AAPCP', attribute],
      ['RTYSA', 'ATT'],
      ['RIDSA', 'NOM_id'],
      ['DIPCP', 'E01;SeDD;DIA;NOM'],
      ['CANSN', '20'],
    ],
    'E01V.VEC': [
      ['RTYSA', 'PAR'],
      ['RIDSA', 'Arc_1'],
      ...['+680000.25;+7040000.5;', '+680100.;+7040000.;', '+680100.;+7040100.;'].map(
        (position): [string, string] => ['CORCC', position],
      ),
      ['CORCC', '+680000.25;+7040000.5;'],
      ['RTYSA', 'PFE'],
      ['RIDSA', 'Face_1'],
      ['RTYSA', 'FEA'],
      ['RIDSA', 'Objet_1'],
      ['SCPCP', object],
      ['ATPCP', attribute],
      ['TEXT ', '8859-1'],
      ['ATVST', 'Béthune'],
      ['RTYSA', 'LNK'],
      ['RIDSA', 'L1'],
      ['FTPCP', 'E01;SeTD;PAR;Arc_1'],
      ['FTPCP', 'E01;SeTD;PFE;Face_1'],
      ['RTYSA', 'LNK'],
      ['RIDSA', 'L2'],
      ['FTPCP', 'E01;SeTD;FEA;Objet_1'],
      ['FTPCP', 'E01;SeTD;PFE;Face_1'],
    ],
  };
  const texts = Object.entries(files).map(([name, fields]) => {
    const lines = fields.map(([code, value]) => {
      return `${code}${String(value.length).padStart(2, '0')}:${value}\r\n`;
    });
    const text = ['BOMT 00:\r\n', ...lines, 'EOMT 00:\r\n'].join('');
    return [name, Uint8Array.from(text, (character) => character.charCodeAt(0))] as const;
  });
  return Object.fromEntries(texts);
}
