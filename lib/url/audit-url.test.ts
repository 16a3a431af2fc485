import { describe, expect, it } from 'vitest';
import { type AuditQuery, auditFileHref, auditParamsOf, auditRange } from './audit-url';

describe('the filter of the audit trail in an address', () => {
  it.each<[AuditQuery, object]>([
    [{}, { hours: 168 }],
    [{ range: '24h' }, { hours: 24 }],
    [{ range: 'forever' }, { hours: 168 }],
    [
      { range: 'days', from: '2026-08-04', to: '2026-08-04' },
      { from: Date.UTC(2026, 7, 4), to: Date.UTC(2026, 7, 5) },
    ],
    [{ range: 'days' }, {}],
    [{ range: 'days', from: 'yesterday', to: '2026-13-40' }, {}],
    // Days count only where days are asked for.
    [{ range: '24h', from: '2026-08-04' }, { hours: 24 }],
    [
      { who: 'ann', action: 'host.lock', outcome: 'failed', find: ' worker-1 ' },
      { hours: 168, who: 'ann', action: 'host.lock', outcome: 'failed', text: 'worker-1' },
    ],
    [{ find: '   ' }, { hours: 168 }],
    [{ before: '1767000000000.0b9-x' }, { hours: 168, before: { at: 1_767_000_000_000, id: '0b9-x' } }],
    [{ before: "1'; --" }, { hours: 168 }],
  ])('%j asks for %j', (query, params) => expect(auditParamsOf(query)).toEqual(params));

  it('shows the range that it asks for', () => {
    expect(auditRange({ range: 'forever' })).toBe('7d');
    expect(auditRange({ range: 'days' })).toBe('days');
  });

  it('leads to the file of the whole filter, not of one page', () => {
    expect(auditFileHref({ range: '24h', who: 'a&b', before: '1.x', find: null })).toBe(
      '/api/audit?range=24h&who=a%26b',
    );
  });
});
