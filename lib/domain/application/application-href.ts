/** Addresses of applications and of Kubernetes. Every page with alarms has this file: nothing is imported here. */

/** The list with one application open in it. */
export const applicationHref = (name: string): string => `/applications?open=${encodeURIComponent(name)}`;

/** Versions of Kubernetes, its upgrade, and its root certificate. */
export const KUBERNETES_HREF = '/applications/kubernetes';
