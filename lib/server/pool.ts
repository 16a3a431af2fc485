/**
 * Who may share one reading: sessions of the same cloud, project and roles. The pool also decides whose token
 * the next request to the platform carries: the one whose acceptance was seen longest ago. So every session is
 * proven in turn without extra requests, and a refused token is dropped instead of living on others' answers.
 */
import 'server-only';
import type { Session } from './session-types';

/** After this long without proof a session has to prove itself before it is served from a shared reading. */
export const PROOF_LASTS_MS = 10 * 60_000;
/** A session that has not asked for this long is not used for others any more. */
const LINGERS_MS = 5 * 60_000;

type Member = { session: Session; provenAt: number; seenAt: number };

export class SessionPool {
  private members = new Map<string, Member>();

  /** When the first of them asked: where the grid begins on which the readings of the class fall due. */
  readonly since: number;

  constructor(private readonly now: () => number) {
    this.since = now();
  }

  /** Notes that a session asks. A session that just logged in brings its proof with it. */
  join(session: Session): void {
    const known = this.members.get(session.id);
    if (known && known.session.token === session.token) {
      known.seenAt = this.now();
      return;
    }
    this.members.set(session.id, { session, provenAt: session.issuedAt, seenAt: this.now() });
  }

  /** Has the platform accepted this very session lately? */
  isProven(session: Session): boolean {
    const member = this.members.get(session.id);
    return member !== undefined && this.now() - member.provenAt < PROOF_LASTS_MS;
  }

  prove(session: Session): void {
    const member = this.members.get(session.id);
    if (member) member.provenAt = this.now();
  }

  drop(session: Session): void {
    this.members.delete(session.id);
  }

  /** The session whose token the next shared request carries; undefined when none is left. */
  next(): Session | undefined {
    let best: Member | undefined;
    for (const [id, member] of this.members) {
      if (member.session.endsAt <= this.now() || this.now() - member.seenAt > LINGERS_MS)
        this.members.delete(id);
      else if (!best || member.provenAt < best.provenAt) best = member;
    }
    return best?.session;
  }

  get size(): number {
    return this.members.size;
  }
}

/** The access class of a session. Two sessions share readings exactly when these texts are equal. */
export function accessClass(session: Session): string {
  return JSON.stringify([session.projectId, session.viewer.projectName, [...session.viewer.roles].sort()]);
}
