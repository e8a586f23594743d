import { expect, it } from 'vitest';
import { tabOf } from '../../src/state/territory-tab.ts';
import { BrowserStorage } from '../helpers/browser-storage.ts';

it('what a tab keeps of one territory is not given back to another of the same site', () => {
  const host = {
    sessionStorage: new BrowserStorage().tab().localStorage,
    localStorage: new BrowserStorage().tab().localStorage,
    addEventListener: () => {},
  };
  const [main, beside] = [tabOf(host, undefined), tabOf(host, 'reunion')];
  main.sessionStorage.setItem('arpent.sql', 'SELECT 62');
  expect(beside.sessionStorage.getItem('arpent.sql')).toBeNull();
  beside.sessionStorage.setItem('arpent.sql', 'SELECT 974');
  expect(main.sessionStorage.getItem('arpent.sql')).toBe('SELECT 62');
  beside.sessionStorage.removeItem('arpent.sql');
  expect(beside.sessionStorage.getItem('arpent.sql')).toBeNull();
  expect(main.sessionStorage.getItem('arpent.sql')).toBe('SELECT 62');
});
