/**
 * The plain text of GET /v1/health, line by line (sysinv common/health.py get_system_health and its two variants). A check
 * is `WORDS: [OK]` or `WORDS: [Fail]`, and what follows it, up to the next, is about it. No line is lost.
 *
 * That a check fails does not always mean that the platform refuses: it leaves "All hosts are unlocked/enabled" and the
 * boot device out of its own sum.
 */
import { KUBERNETES_HREF } from '../application/application-href';
import { type HealthDetail, readDetail } from './health-detail';

export type HealthOutcome = 'pass' | 'fail' | 'unknown';

export type HealthCheck = {
  /** The platform's words: "All hosts are provisioned". */
  title: string;
  outcome: HealthOutcome;
  /** What stood in the brackets. */
  word: string;
  details: readonly HealthDetail[];
  /** Where the console shows what it is about. */
  href: string | null;
};

export type HealthReport = {
  /** In the platform's order. */
  checks: readonly HealthCheck[];
  /** Lines that belong to no check. */
  stray: readonly string[];
};

const OUTCOMES: Record<string, HealthOutcome> = { OK: 'pass', Fail: 'fail' };

const CHECK = /^(.+): \[([^\]]*)\]\s*$/;
const HEAD = 'System Health:';

const PLACES: Record<string, string> = {
  'All hosts are provisioned': '/hosts',
  'All hosts are unlocked/enabled': '/hosts',
  'All hosts have vim enabled': '/hosts',
  'All hosts have current configurations': '/hosts',
  'Ceph Storage Healthy': '/storage',
  'No alarms': '/alarms',
  'All kubernetes nodes are ready': '/hosts',
  'All kubernetes applications are in a valid state': '/applications',
  'Active kubernetes version is the latest supported version': KUBERNETES_HREF,
  'Boot Device and Root file system Device': '/hosts',
  'Active controller is controller-0': '/hosts',
};

export function parseHealth(text: string): HealthReport {
  const checks: (HealthCheck & { details: HealthDetail[] })[] = [];
  const stray: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '' || line.trim() === HEAD) continue;
    const found = CHECK.exec(line);
    if (found) {
      const [, title = '', word = ''] = found;
      const outcome = OUTCOMES[word] ?? 'unknown';
      checks.push({ title, outcome, word, details: [], href: PLACES[title] ?? null });
      continue;
    }
    const last = checks.at(-1);
    if (last) last.details.push(readDetail(line.trimEnd()));
    else stray.push(line.trimEnd());
  }
  return { checks, stray };
}

const ORDER: readonly HealthOutcome[] = ['fail', 'unknown', 'pass'];

/** What fails first, then what cannot be told, then what passes; within each as the platform says it. */
export const byOutcome = (checks: readonly HealthCheck[]): HealthCheck[] =>
  ORDER.flatMap((outcome) => checks.filter((check) => check.outcome === outcome));

/** "4 of 10 checks fail", "All 10 checks pass". */
export function healthFinding({ checks }: HealthReport): string {
  if (checks.length === 0) return 'The report of the platform names no check';
  const all = checks.length === 1 ? '1 check' : `${checks.length} checks`;
  const count = (outcome: HealthOutcome) => checks.filter((check) => check.outcome === outcome).length;
  const fails = count('fail');
  const untold = count('unknown');
  if (fails === 0 && untold === 0) return checks.length === 1 ? 'The one check passes' : `All ${all} pass`;
  const words = [
    ...(fails > 0 ? [`${fails} of ${all} ${fails === 1 ? 'fails' : 'fail'}`] : []),
    ...(untold > 0 ? [`${untold} of ${all} cannot be told`] : []),
  ];
  return words.join(', ');
}
