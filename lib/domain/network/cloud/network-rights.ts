/** Who may change the networks of the cloud. By itself, since every list asks it and the other rules come later. */
import type { Verdict } from '../../result';
import { may, type Right, type Viewer } from '../../rights';

/** Networks and pools are configuration of the system, data networks as well. */
export const NETWORK_RIGHT: Right = 'system.configure';
/** The deed as a gerund, for a refusal of a right. */
export const NETWORK_DEED = 'Changing networks';

/** Admin and configurator. */
export const mayChangeNetworks = (viewer: Viewer): Verdict => may(viewer, NETWORK_RIGHT, NETWORK_DEED);
