/**
 * Configuration, read once from the environment and checked before the server takes its first request
 * (instrumentation.ts). A bad value stops the start with a message that names the variable and the way out.
 */
import { z } from 'zod';
import {
  addressFault,
  LABEL_NAMES,
  labelNames,
  METRIC_NAMES,
  metricNames,
  namesText,
  selectorFault,
  templateFault,
} from './domain/clock/live-config';

const seconds = (fallback: number, min: number, max: number) =>
  z.coerce.number().min(min).max(max).default(fallback);
const httpUrl = z.url({ protocol: /^https?$/, hostname: /.+/ });
const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((entry) => entry.trim().toLowerCase())
      .filter((entry) => entry !== ''),
  );

const isPostgresUrl = (text: string): boolean =>
  URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol) && new URL(text).hostname !== '';

/** A text that a rule may find fault with; empty: the variable is not set. */
const ruled = (fault: (text: string) => string | undefined, fallback = '') =>
  z
    .string()
    .default(fallback)
    .superRefine((text, context) => {
      const message = text === '' ? undefined : fault(text);
      if (message !== undefined) context.addIssue({ code: 'custom', message });
    });
const faultOf = (read: { fault: string } | object): string | undefined =>
  'fault' in read && typeof read.fault === 'string' ? read.fault : undefined;

const schema = z.object({
  /** Keystone v3 of the platform, e.g. https://10.10.10.2:5000/v3. Everything else comes from its catalogue. */
  KEYSTONE_URL: httpUrl,
  /** Where people reach the console, e.g. https://roost.example.com. https makes the cookies Secure. */
  ROOST_URL: httpUrl.default('http://127.0.0.1:3000'),
  /** Key of the session cookie's encryption; 32 characters or more, the same on every replica. */
  ROOST_SECRET: z.string().min(32),
  /** Which endpoints of the catalogue to use: public from outside, internal on the controller. */
  STX_INTERFACE: z.enum(['public', 'internal', 'admin']).default('public'),
  /** Region of the catalogue; empty: the first one that has the service. */
  STX_REGION: z.string().default(''),
  /** Hosts (name, address or CIDR) that catalogue endpoints may point to; the host of KEYSTONE_URL always may. */
  STX_ALLOWED_HOSTS: list,
  /** PEM file with the platform's certificate authority. */
  STX_CA_FILE: z.string().optional(),
  /** How long to wait for a read, and for a write (an unlock answers after several seconds). */
  STX_READ_TIMEOUT_SECONDS: seconds(20, 1, 300),
  STX_WRITE_TIMEOUT_SECONDS: seconds(90, 10, 600),
  /** Largest answer that is read from the platform. */
  STX_MAX_ANSWER_MIB: z.coerce.number().min(1).max(512).default(64),
  /** Largest tarball or device image that a browser may send, in MB (10^6 bytes); the platform has to hold it in memory. */
  ROOST_UPLOAD_MAX_MB: z.coerce.number().int().min(1).max(10_000).default(1_000),
  /** How long an upload may stand still, and the platform may take to answer once it has all of it. */
  ROOST_UPLOAD_IDLE_SECONDS: seconds(300, 2, 3_600),
  /** Age at which a reading is taken anew: while something is under way, and otherwise. */
  ROOST_POLL_FAST_SECONDS: seconds(5, 0.2, 60),
  ROOST_POLL_SLOW_SECONDS: seconds(15, 0.2, 600),
  /** Session ends after this long without human input; polling does not count. */
  ROOST_IDLE_MINUTES: z.coerce.number().min(0.1).max(1440).default(50),
  /** The same for a session that only reads and has opened the wallboard; 0: it gets no limit of its own. */
  ROOST_WALLBOARD_IDLE_MINUTES: z.coerce.number().min(0).max(1440).default(0),
  /** Session ends this long before the Keystone token does. */
  ROOST_TOKEN_MARGIN_SECONDS: seconds(60, 0, 1800),
  /** Number of reverse proxies in front whose X-Forwarded-For is believed. */
  ROOST_TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  /** pino level. */
  ROOST_LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  /** PostgreSQL of the console's own store, for several replicas; empty: a file in ROOST_DATA_DIR. */
  DATABASE_URL: z
    .string()
    .default('')
    .refine((text) => text === '' || isPostgresUrl(text), 'is not a postgres:// address'),
  /** Folder of the embedded store. */
  ROOST_DATA_DIR: z.string().default('.roost/data'),
  /** How long the audit trail is kept, and what was said of alarms that cleared; days. */
  ROOST_AUDIT_DAYS: z.coerce.number().int().min(1).max(3650).default(365),
  ROOST_MARKS_DAYS: z.coerce.number().int().min(1).max(3650).default(90),
  /** Bearer token that /api/metrics asks for; empty: only loopback may read it. */
  ROOST_METRICS_TOKEN: z.string().default(''),
  /** O-RAN O-Cloud notification API of the nodes, {host} in place of a node's name; empty: not asked. */
  ROOST_PTP_NOTIFICATION_URL: ruled(templateFault),
  ROOST_PTP_NOTIFICATION_VERSION: z.enum(['v2', 'v1']).default('v2'),
  /** PEM file with the certificate authority of those addresses. */
  ROOST_PTP_NOTIFICATION_CA_FILE: z.string().optional(),
  /** Where nodes reach this very process to tell of changes; empty: they are asked only. */
  ROOST_PTP_CALLBACK_URL: ruled(addressFault),
  /** Prometheus HTTP API with the samples of clocks; empty: not asked. */
  ROOST_PROMETHEUS_URL: ruled(addressFault),
  /** File with the bearer token for it, read anew for each request. */
  ROOST_PROMETHEUS_TOKEN_FILE: z.string().optional(),
  ROOST_PROMETHEUS_CA_FILE: z.string().optional(),
  /** Names of metrics and of labels there. */
  ROOST_PROMETHEUS_METRICS: ruled((text) => faultOf(metricNames(text)), namesText(METRIC_NAMES)),
  ROOST_PROMETHEUS_LABELS: ruled((text) => faultOf(labelNames(text)), namesText(LABEL_NAMES)),
  /** Label matchers that pick this cloud, where one store has several. */
  ROOST_PROMETHEUS_SELECTOR: ruled(selectorFault),
  /** Seconds between two samples there. */
  ROOST_PROMETHEUS_SCRAPE_SECONDS: seconds(30, 1, 600),
});

export type Env = z.infer<typeof schema>;

/** Every variable there is, for the test that holds README.md to it. */
export const ENV_NAMES: readonly string[] = Object.keys(schema.shape);

/** What makes no sense without another variable: a person who set it expects something to happen. */
const NEEDS: [name: keyof Env, other: keyof Env][] = [
  ['ROOST_PTP_CALLBACK_URL', 'ROOST_PTP_NOTIFICATION_URL'],
  ['ROOST_PTP_NOTIFICATION_CA_FILE', 'ROOST_PTP_NOTIFICATION_URL'],
  ['ROOST_PROMETHEUS_TOKEN_FILE', 'ROOST_PROMETHEUS_URL'],
  ['ROOST_PROMETHEUS_CA_FILE', 'ROOST_PROMETHEUS_URL'],
];

const HINTS: Partial<Record<keyof Env, string>> = {
  KEYSTONE_URL: 'set it to the Keystone v3 address of the platform, for example https://10.10.10.2:5000/v3',
  ROOST_URL: 'set it to the address people type, for example https://roost.example.com',
  DATABASE_URL: 'set it to for example postgres://roost:secret@db.example.com:5432/roost, or leave it out',
  ROOST_PTP_NOTIFICATION_URL: 'set it to for example http://ptp-notify.{host}.example:8080, or leave it out',
  ROOST_PTP_CALLBACK_URL: 'set it to an address of this process that nodes reach, or leave it out',
  ROOST_PROMETHEUS_URL: 'set it to for example https://prometheus.example.com, or leave it out',
  ROOST_PROMETHEUS_METRICS: `write it like ${namesText({ offset: METRIC_NAMES.offset })}`,
  ROOST_PROMETHEUS_LABELS: 'write it like host=node,interface=iface',
  ROOST_PROMETHEUS_SELECTOR: 'write it like cluster="site-7"',
  ROOST_SECRET: 'set it to 32 or more random characters, for example the output of: openssl rand -base64 33',
};

/** Reads and checks a set of variables. Throws one Error that lists every problem, a line each. */
export function readEnv(source: Record<string, string | undefined>): Env {
  // An empty variable is an absent one: that is how people comment things out in unit files.
  const given = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = schema.safeParse(given);
  const alone = NEEDS.filter(([name, other]) => name in given && !(other in given)).map(
    ([name, other]) => `  ${name}: needs ${other}`,
  );
  if (parsed.success && alone.length === 0) return parsed.data;
  const lines = (parsed.error?.issues ?? []).map((issue) => {
    const name = String(issue.path[0]);
    const hint = Object.entries(HINTS).find(([key]) => key === name)?.[1];
    const problem = name in given ? issue.message : 'is not set';
    return `  ${name}: ${problem}${hint ? `; ${hint}` : ''}`;
  });
  throw new Error(
    `Roost cannot start with this configuration:\n${[...lines, ...alone].join('\n')}\nEvery variable is described in README.md.`,
  );
}

let cached: Env | undefined;

/** The checked configuration of this process. Throws like readEnv on first use. */
export function env(): Env {
  cached ??= readEnv(process.env);
  return cached;
}
