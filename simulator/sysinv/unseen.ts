/**
 * What keeps a host from being unlocked and stands in no row that the API shows: flags and times in the platform's own
 * database, files on its controllers, the word of an application.
 */
export type Unseen = {
  /** The next host of a software deployment that is not through here. */
  deploying?: boolean;
  /** Simulated time at which somebody chose another kernel. */
  kernelChosenAt?: number;
  appArmorPending?: boolean;
  /** The class of a runtime manifest that is still to be applied. */
  manifest?: string;
  /** A restore of the system is not complete. */
  restoring?: boolean;
  /** Why an application does not want the host unlocked. */
  objection?: string;
};
