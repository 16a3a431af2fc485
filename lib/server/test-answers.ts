/** For tests of views: a platform of prepared answers, which notes what it is asked. Mocked in by the test that uses it. */
import 'server-only';
import { fail, ok, type Result } from '@/lib/domain/result';
import { testViewer } from '@/lib/domain/test-facts';
import type { Connection } from '@/lib/stx/connection';
import type { Answer, Outgoing } from '@/lib/stx/http';
import type { Session } from './session-types';

/** Bodies by the path of the URL; what has none fails. */
export const answers = new Map<string, unknown>();
export const asked: string[] = [];

/** In place of `@/lib/stx/http`. */
export const preparedHttp = {
  send: async ({ url, service, requestId }: Outgoing): Promise<Result<Answer>> => {
    const { pathname } = new URL(url);
    asked.push(pathname);
    const body = answers.get(pathname);
    if (body) return ok({ status: 200, headers: {}, body });
    return fail({ kind: 'unavailable', service, status: 500, requestId, message: `${pathname} fails here.` });
  },
};

/** In place of `@/lib/stx/catalogue`. */
export const preparedCatalogue = {
  configuredChoice: () => ({}),
  endpointUrl: (_catalogue: unknown, service: string) => ok(`http://${service}.test/v1`),
};

export const connection: Connection = { token: 't', catalogue: [], requestId: 'req-1' };
export const session: Session = {
  ...{ id: 's', token: 't', userId: 'u', projectId: 'p', viewer: testViewer() },
  ...{ issuedAt: 0, endsAt: Number.MAX_SAFE_INTEGER },
};
