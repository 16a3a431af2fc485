/** The part of a session that a browser may see. Times are epoch milliseconds of the server's clock. */
export type SessionView = {
  userName: string;
  domain: string;
  /** Empty until a project was chosen. */
  project: string;
  roles: readonly string[];
  /** When the Keystone token stops to count; only signing in again moves it. */
  endsAt: number;
  /** When the session ends for want of input. */
  idleEndsAt: number;
  /** Null: the password never expires. */
  passwordExpiresAt: number | null;
};

/** Why a sign-in did not succeed. One vocabulary for the log-in page, the dialog and the tests. */
export type SignInRefusal = {
  code:
    | 'refused' // wrong details, or a locked or disabled account: Keystone does not tell them apart
    | 'throttled' // too many refused tries from here; Keystone was not asked
    | 'expired' // the details are right, the password has to be changed
    | 'no-project' // the details are right, but the user has a role in no project
    | 'unavailable' // Keystone gave no usable answer; the details were not checked
    | 'invalid'; // nothing typed
  message: string;
  /** Seconds until the next try is taken. */
  retryAfterSeconds?: number;
  requestId?: string;
};
