import { describe, expect, it } from 'vitest';
import { refusalFrom } from './errors';

const wrap = (inner: unknown) => ({ error_message: JSON.stringify(inner) });
const refused = (status: number, body: unknown, text = '') =>
  refusalFrom({ service: 'sysinv', status, body, text, requestId: 'req-1' });

describe('refusalFrom', () => {
  it.each([
    [
      'sysinv and FM: JSON text inside JSON',
      400,
      wrap({
        faultcode: 'Client',
        faultstring: 'controller-0 : Rejected: Can not lock an active controller.',
        debuginfo: null,
      }),
      'refused',
      'controller-0 : Rejected: Can not lock an active controller.',
    ],
    [
      'pecan, empty description',
      404,
      wrap({ code: 404, title: 'Not Found', description: '' }),
      'not-found',
      'Not Found',
    ],
    [
      'policy',
      403,
      wrap({ code: 403, title: 'Forbidden', description: 'The requested action is not authorized' }),
      'forbidden',
      'The requested action is not authorized',
    ],
    [
      'keystonemiddleware',
      401,
      {
        error: {
          code: 401,
          title: 'Unauthorized',
          message: 'The request you have made requires authentication.',
        },
      },
      'unauthenticated',
      'The request you have made requires authentication.',
    ],
    [
      'dcmanager',
      400,
      { code: 400, title: 'Bad Request', description: 'Invalid subcloud' },
      'refused',
      'Invalid subcloud',
    ],
    ['USM', 406, { info: '', warning: '', error: 'Wrong state' }, 'refused', 'Wrong state'],
    [
      'a 500 with a sentence is a refusal',
      500,
      wrap({
        faultstring:
          'Unable to complete the action delete because Host worker-0 is in administrative state = unlocked.',
      }),
      'refused',
      'Unable to complete the action delete because Host worker-0 is in administrative state = unlocked.',
    ],
    [
      'a 500 without one is no answer',
      500,
      null,
      'unavailable',
      'sysinv failed with HTTP 500 and gave no reason.',
    ],
  ])('%s', (_, status, body, kind, message) => {
    expect(refused(status, body)).toMatchObject({
      kind,
      message,
      status,
      service: 'sysinv',
      requestId: 'req-1',
    });
  });

  it('shows the last line of a traceback and keeps the rest as details', () => {
    const said =
      "Remote error: HostNotFound gone\n['Traceback (most recent call last):\\n', '  File \"x.py\"\\n', 'HostNotFound: Host is gone.\\n']";
    const failure = refused(500, wrap({ faultstring: said }));
    expect(failure.message).toContain('Host is gone.');
    expect(failure.message).not.toContain('Traceback');
    expect(failure.details).toBe(said);
  });

  it('does not take an HTML page for a sentence', () => {
    expect(refused(502, '<html>bad gateway</html>', '<html>bad gateway</html>').message).toBe(
      'sysinv is not ready.',
    );
  });
});
