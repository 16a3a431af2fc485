/** How live sources of clocks are configured: addresses of nodes, names of metrics and of their labels. Pure rules. */

/** Stands for a host's name in an address. */
const PLACE = '{host}';
const STAND_IN = 'name-of-a-node';
/**
 * A name that can be one label of a DNS name (RFC 1123, and the underscore that sysinv lets through). sysinv takes dots
 * and letters of any script too: those could turn an address into another machine's, so such hosts are not asked.
 */
const HOST_LABEL = /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9])?$/;

/** Why an address template cannot be used, or undefined. Its `{host}` belongs into the host part or the path. */
export function templateFault(template: string): string | undefined {
  if (!template.includes(PLACE)) return `has no ${PLACE} for the name of the node`;
  return addressFault(template.replaceAll(PLACE, STAND_IN));
}

/** Why an address cannot be the base of requests, or undefined. */
export function addressFault(text: string): string | undefined {
  if (!URL.canParse(text)) return 'is not an address';
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'is not an http:// or https:// address';
  if (url.username !== '' || url.password !== '') return 'carries a user name or password';
  return url.search !== '' || url.hash !== '' ? 'carries a query' : undefined;
}

/**
 * Base address of a node, without a trailing slash; undefined for a name that does not fit.
 * A name of digits in place of a whole host (`http://{host}:8080`) would be read as an IPv4 address: it does not fit.
 */
export function nodeAddress(template: string, host: string): string | undefined {
  if (!HOST_LABEL.test(host)) return undefined;
  const filled = template.replaceAll(PLACE, host);
  if (addressFault(filled) !== undefined) return undefined;
  const url = new URL(filled);
  const wanted = new URL(template.replaceAll(PLACE, STAND_IN)).hostname.replaceAll(STAND_IN, host);
  if (url.hostname !== wanted.toLowerCase()) return undefined;
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

/** The quantities a metrics store may have, by our words. */
export const METRIC_KEYS = ['offset', 'delay', 'frequency', 'state', 'class'] as const;
export type MetricNames = Record<(typeof METRIC_KEYS)[number], string>;

/** What the labels of a series say, by our words. */
export const LABEL_KEYS = ['host', 'interface', 'process', 'from'] as const;
export type LabelNames = Record<(typeof LABEL_KEYS)[number], string>;

/** Names as the PTP operator of OpenShift gives them; nanoseconds, parts per billion, states 0, 1 and 2. */
export const METRIC_NAMES: MetricNames = {
  offset: 'openshift_ptp_offset_ns',
  delay: 'openshift_ptp_delay_ns',
  frequency: 'openshift_ptp_frequency_adjustment_ns',
  state: 'openshift_ptp_clock_state',
  class: 'openshift_ptp_clock_class',
};
export const LABEL_NAMES: LabelNames = { host: 'node', interface: 'iface', process: 'process', from: 'from' };

/** Prometheus data model: https://prometheus.io/docs/concepts/data_model/ */
const METRIC_FORM = /^[A-Za-z_:][A-Za-z0-9_:]*$/;
const LABEL_FORM = /^[A-Za-z_][A-Za-z0-9_]*$/;

type Names<T> = { names: T } | { fault: string };

/** Reads `offset=my_offset_ns,class=my_class`; what it leaves out keeps its usual name. */
export const metricNames = (text: string): Names<MetricNames> => read(text, METRIC_NAMES, METRIC_FORM);
/** Reads `host=instance,interface=device`. */
export const labelNames = (text: string): Names<LabelNames> => read(text, LABEL_NAMES, LABEL_FORM);

/** The same as text, for the default of a variable. */
export const namesText = (names: Record<string, string>): string =>
  Object.entries(names)
    .map((entry) => entry.join('='))
    .join(',');

function read<T extends Record<string, string>>(text: string, usual: T, form: RegExp): Names<T> {
  const names: T = { ...usual };
  for (const part of text.split(',').map((piece) => piece.trim())) {
    if (part === '') continue;
    const [key = '', name = ''] = part.split('=', 2);
    if (!Object.hasOwn(usual, key))
      return { fault: `knows no "${key}", only ${Object.keys(usual).join(', ')}` };
    if (!form.test(name)) return { fault: `has no usable name for "${key}"` };
    Reflect.set(names, key, name);
  }
  return new Set(Object.values(names)).size < Object.keys(names).length
    ? { fault: 'gives one name twice' }
    : { names };
}

/** One label matcher: name, operator, quoted value without control characters. */
const MATCHER = /^\s*[A-Za-z_][A-Za-z0-9_]*\s*(?:=~|!~|!=|=)\s*"(?:[^"\\\p{Cc}]|\\["\\n])*"\s*/u;

/** Why text is no list of label matchers (`cluster="site-7",job=~"ptp.*"`), or undefined. */
export function selectorFault(text: string): string | undefined {
  let rest = text;
  while (rest !== '') {
    const found = MATCHER.exec(rest)?.[0];
    if (found === undefined) return 'is no list of label matchers';
    rest = rest.slice(found.length);
    if (rest === '') break;
    if (!rest.startsWith(',') || rest.trim() === ',') return 'is no list of label matchers';
    rest = rest.slice(1);
  }
  return undefined;
}
