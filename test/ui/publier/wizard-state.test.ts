import { describe, expect, it } from 'vitest';
import type { LayerMeta } from '../../../src/domain/layer.ts';
import type { Severity } from '../../../src/publish/issue.ts';
import type { PreparedReport } from '../../../src/publish/protocol.ts';
import { metaFaults } from '../../../src/ui/publier/meta-faults.ts';
import {
  EMPTY_WIZARD,
  isPrepared,
  metaOf,
  obstacles,
  reachable,
  takenChoices,
  type WizardState,
} from '../../../src/ui/publier/wizard-state.ts';
import { createLayer } from '../../helpers/create-catalogue.ts';

function createReport(index: number, severities: Severity[]): PreparedReport {
  const { file: _file, extent: _extent, ...meta } = createLayer({ id: `couche_${index}` });
  const issues = severities.map((severity) => ({
    rule: `essai.${severity}`,
    severity,
    layer: meta.id,
    row: null,
    key: null,
    place: null,
    facts: {},
    message: '',
    repair: null,
  }));
  const { id } = meta;
  return { kind: 'ready', index, id, meta, rows: 1, issues, diff: null, officialStyle: null };
}

function createState(reports: PreparedReport[]): WizardState {
  const choices = reports.map(({ index, id }) => ({
    index,
    id,
    crs: null,
    keep: [],
    schema: null,
    isTaken: true,
  }));
  const delivery = { kind: 'tables' as const, layers: [], tables: [], files: [] };
  const state = { ...EMPTY_WIZARD, delivery, choices, reports };
  return { ...state, preparedFor: JSON.stringify(takenChoices(state)) };
}

describe('a publication', () => {
  it('begins with its file, and opens the steps that it has what is needed for', () => {
    expect([...reachable(EMPTY_WIZARD)]).toEqual(['fichier']);
    expect(reachable(createState([createReport(0, [])])).size).toBe(6);
  });

  it('must be prepared again once a choice is another', () => {
    const state = createState([createReport(0, [])]);
    expect(isPrepared(state)).toBe(true);
    const choices = state.choices.map((choice) => ({ ...choice, id: 'autre' }));
    expect(isPrepared({ ...state, choices })).toBe(false);
    expect([...reachable({ ...state, choices })]).toEqual(['fichier', 'couche']);
  });

  it('waits for every rule of warnings in every layer, and for errors whatever is accepted', () => {
    const reports = [
      createReport(0, ['warning', 'warning', 'notice']),
      createReport(1, ['error', 'warning']),
    ];
    const state = createState(reports);
    expect(obstacles(state)).toEqual({ failed: 0, errors: 1, waiting: 3 });
    const accepted = { 0: ['essai.warning'] };
    expect(obstacles({ ...state, accepted })).toEqual({ failed: 0, errors: 1, waiting: 1 });
  });

  it('keeps what was written when a layer is prepared again', () => {
    const report = createReport(0, []);
    const state = { ...createState([report]), edits: { 0: { title: 'Mon titre' } } };
    expect(metaOf(state, createReport(0, ['notice'])).title).toBe('Mon titre');
  });

  it('says nothing of what was emptied', () => {
    const report = createReport(0, []);
    const described = { ...report, meta: { ...report.meta, scale: 2000, service: 'SIG' } };
    const edits = { 0: { scale: undefined, service: undefined, maintenance: undefined } };
    const meta = metaOf({ ...createState([described]), edits }, described);
    expect(Object.keys(meta)).not.toContain('scale');
    expect(Object.keys(meta)).not.toContain('service');
    expect(meta.title).toBe(report.meta.title);
  });
});

describe('metaFaults', () => {
  const {
    file: _file,
    extent: _extent,
    ...meta
  }: LayerMeta & { file?: unknown; extent?: unknown } = createLayer();
  const faultsOf = (part: Partial<LayerMeta>) => metaFaults({ ...meta, ...part }, ['limites']);

  it('finds nothing to say of a layer that is described', () => {
    expect(
      faultsOf({ contact: { name: '', email: 'sig@exemple.fr', url: 'https://exemple.fr' } }),
    ).toEqual({});
  });

  it('says what is missing', () => {
    const faults = faultsOf({
      title: ' ',
      theme: 'x',
      producer: 'Non renseigné',
      licence: 'Non renseignée',
    });
    expect(faults).toEqual({
      title: 'missing',
      theme: 'missing',
      producer: 'missing',
      licence: 'missing',
    });
  });

  it('says what is not of its form', () => {
    const contact = { name: '', email: 'sig@', url: 'exemple.fr' };
    const faults = faultsOf({ date: '2026-02-30', scale: Number.NaN, contact });
    expect(faults).toEqual({
      date: 'malformed',
      email: 'malformed',
      url: 'malformed',
      scale: 'malformed',
    });
  });
});
