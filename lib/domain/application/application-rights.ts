/** Who may act on applications. By itself, since every list asks it and the other rules come later. */
import type { Verdict } from '../result';
import { may, type Right, type Viewer } from '../rights';

/** Refused to operators and readers, as recorded (sysinv policies of kube_app). */
export const APPLICATION_RIGHT: Right = 'system.configure';
/** The deed as a gerund, for a refusal of a right. */
export const APPLICATION_DEED = 'Acting on applications';

/** Admin and configurator. */
export const mayActOnApplications = (viewer: Viewer): Verdict =>
  may(viewer, APPLICATION_RIGHT, APPLICATION_DEED);
