/** What may stand in the request of a new root certificate. Source: sysinv kube_rootca_update.py KubeRootCAGenerateController. */

const DAY_MS = 86_400_000;

/** @param expiry YYYY-MM-DD, or '' for the platform's own. @returns what is wrong with it */
export function expiryProblem(expiry: string, now: number): string | null {
  if (expiry === '') return null;
  const at = Date.parse(`${expiry}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(expiry) || Number.isNaN(at)) return 'Give it as year, month and day';
  return at - now < DAY_MS ? 'It must be valid for more than 24 hours' : null;
}

const PARTS: readonly string[] = ['C', 'OU', 'O', 'ST', 'CN', 'L'];

/** @param subject `C=NO O=Example CN=kubernetes`, or '' for the platform's own. @returns what is wrong with it */
export function subjectProblem(subject: string): string | null {
  if (subject.trim() === '') return null;
  const keys = [...subject.matchAll(/(?:^|\s)([^\s=]+)=/g)].map(([, key = '']) => key);
  if (keys.length === 0 || !/^\s*[^\s=]+=\S/.test(subject)) return 'Write it as C=… O=… CN=…';
  const odd = keys.find((key) => !PARTS.includes(key));
  if (odd !== undefined) return `${odd} is not known: only ${PARTS.join(', ')} are`;
  return keys.includes('CN') ? null : 'CN is needed';
}
