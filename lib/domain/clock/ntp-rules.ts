/** What may be done to NTP servers (sysinv ntp.py _check_ntp_data), and to what a host follows (host.py). */
import { isIp } from '../ip';
import { allowed, denied, type Verdict } from '../result';

const CITE = 'sysinv ntp.py _check_ntp_data';
export const MOST_NTP_SERVERS = 3;

/** RFC 1123 as sysinv reads it (utils.py is_valid_hostname): labels of letters, digits and dashes, a dot at the end allowed. */
function isHostname(text: string): boolean {
  if (text.length > 255) return false;
  const labels = text.replace(/\.$/, '').split('.');
  return labels.every((label) => /^(?!-)[a-z\d-]{1,63}$/i.test(label) && !label.endsWith('-'));
}

/**
 * @param servers as typed, in order
 * @param nameServers of the cloud; null when they could not be read: then the platform decides
 */
export function ntpServersVerdict(
  servers: readonly string[],
  nameServers: readonly string[] | null,
): Verdict {
  const list = servers.map((server) => server.trim()).filter(Boolean);
  if (list.length === 0) return denied('The list needs at least one server.', CITE);
  if (list.length > MOST_NTP_SERVERS) {
    return denied(`The platform takes ${MOST_NTP_SERVERS} servers at most; these are ${list.length}.`, CITE);
  }
  const bad = list.find((server) => !isIp(server) && !isHostname(server));
  if (bad !== undefined) return denied(`${bad} is neither an IP address nor a host name.`, CITE);
  const named = list.find((server) => !isIp(server));
  if (named !== undefined && nameServers?.length === 0) {
    return denied(
      `${named} is a name, and the cloud has no DNS server. Give an IP address, or set DNS first.`,
      CITE,
    );
  }
  return allowed;
}

export const CLOCK_SOURCES = ['ntp', 'ptp'] as const;

/** What a host may follow (constants.py CLOCK_SYNCHRONIZATION). The host need not be locked for it. */
export function clockSourceVerdict(to: string): Verdict {
  return CLOCK_SOURCES.some((known) => known === to)
    ? allowed
    : denied(
        `A host follows ${CLOCK_SOURCES.join(' or ')}, not ${to}.`,
        'sysinv host.py patch clock_synchronization',
      );
}

/**
 * What will stand in the way later: a host that is set to PTP without an instance or a PTP interface is not unlocked
 * (host.py check_unlock). Not refused now.
 * @param instances number assigned to the host; null when they could not be read
 */
export function clockSourceConsequence(to: string, instances: number | null): string | null {
  if (to !== 'ptp' || instances === null || instances > 0) return null;
  return 'No PTP instance is assigned: once locked, this host cannot be unlocked.';
}

/**
 * When a host takes up what it is to follow. The platform takes the change of a host in service, and sets it out of date until
 * it has been locked and unlocked (conductor manager.py update_clock_synchronization_config).
 */
export const clockSourceTakenUp = (name: string, administrative: string | null): string | null =>
  administrative === 'unlocked'
    ? `${name} is in service: it is out of date until it has been locked and unlocked.`
    : null;
