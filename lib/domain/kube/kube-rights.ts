/** Who may change Kubernetes. By itself, since every button asks it and the other rules come later. */
import type { Verdict } from '../result';
import { may, type Right, type Viewer } from '../rights';

/** sysinv has no policy of its own for kube_upgrade and kube_rootca_update: the one for every other change holds. */
export const KUBE_RIGHT: Right = 'system.configure';
/** The deed as a gerund, for a refusal of a right. */
export const KUBE_DEED = 'Changing Kubernetes';

/** Admin and configurator. */
export const mayChangeKube = (viewer: Viewer): Verdict => may(viewer, KUBE_RIGHT, KUBE_DEED);
