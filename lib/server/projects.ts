/** Projects that the signed-in user may work in. Works before one was chosen, unlike everything behind guard(). */
import 'server-only';
import { fail, ok, type Result } from '@/lib/domain/result';
import { listProjects, type Project } from '@/lib/stx/keystone';
import { requestFacts } from './request';
import { currentClaims, dropSession } from './session';

/** The projects, and the name of the one in use (empty before the first choice). */
export async function myProjects(): Promise<Result<{ projects: Project[]; current: string }>> {
  const claims = await currentClaims();
  const { requestId } = await requestFacts();
  if (!claims) return fail({ kind: 'unauthenticated', message: 'Your session has ended.', requestId });
  const projects = await listProjects(claims.token, requestId);
  if (projects.ok) return ok({ projects: projects.data, current: claims.projectName });
  if (projects.error.kind === 'unauthenticated') dropSession(claims.sid);
  return projects;
}
