import 'server-only';
import type { Viewer } from '@/lib/domain/rights';

/** A signed-in, project-scoped person. Lives on the server only: it carries the Keystone token. */
export type Session = {
  /** Random, per log-in; for logs and pools. */
  id: string;
  /** Keystone token. Never leaves the server. */
  token: string;
  userId: string;
  projectId: string;
  viewer: Viewer;
  /** Epoch milliseconds at which Keystone issued the token to us: the first proof that it is accepted. */
  issuedAt: number;
  /** Epoch milliseconds at which the session ends: token expiry less the margin. */
  endsAt: number;
};
