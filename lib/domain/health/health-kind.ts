/** What sysinv can be asked of the cloud's health (api/controllers/v1/health.py): in general, or whether something may begin. */
export const HEALTH_KINDS = ['now', 'kube-upgrade', 'kube-rootca', 'upgrade'] as const;
export type HealthKind = (typeof HEALTH_KINDS)[number];

const COMMANDS: Record<HealthKind, string> = {
  now: 'system health-query',
  'kube-upgrade': 'system health-query-kube-upgrade',
  'kube-rootca': 'system health-query-kube-upgrade --rootca',
  upgrade: 'system health-query-upgrade',
};

/** The same as a command (cgts-client v1/health_shell.py). None of them has a word for `relaxed`. */
export const healthCli = (kind: HealthKind): string => COMMANDS[kind];

/** What a report is called. */
export const HEALTH_TITLES: Record<HealthKind, string> = {
  now: 'Health',
  'kube-upgrade': 'Health before a Kubernetes upgrade',
  'kube-rootca': 'Health before a root certificate update',
  upgrade: 'Health before a platform upgrade',
};
