/**
 * What may be added to the parameters of a PTP instance: sysinv ptp_instance.py patch. It checks little (dpll-mgr's JSON, the
 * monitoring section of synce4l, unicast master tables); every other name and value is taken and written to the file.
 */
import { allowed, denied, type Verdict } from '../result';
import type { PtpConfig, PtpInstance, PtpInterface, PtpPair, PtpParameter } from './ptp-config';

const CITE = 'sysinv ptp_instance.py patch';

/** constants.py PTP_INSTANCE_TYPE_DPLL_MGR_SUPPORTED_SECTIONS. */
const DPLL_SECTIONS: readonly string[] = [
  ...['global', 'channels', 'dpll', 'dpll_policy', 'ptp', 'ptp_profiles', 'ptp_primary_attributes'],
  ...['ptp_secondary_defaults', 'ptp_secondary_attributes', 'synce', 'ql_map', 'inputs_ql'],
];
/** constants.py PTP_INSTANCE_TYPE_SYNCE4L_MONITORING_PARAMETERS. */
export const SYNCE_MONITORING: readonly string[] = [
  ...['smc_socket_path', 'interface', 'source', 'holdover_ql', 'freerun_ql', 'static_ql', 'holdover_timer'],
];
const ONCE_PER_TABLE: readonly string[] = ['table_id', 'peer_address', 'logQueryInterval'];
const TRANSPORTS: readonly string[] = ['L2', 'UDPv4', 'UDPv6'];
const TABLE = 'unicast_master_table';

type Added = PtpPair & { section: string };

const pairsIn = ({ sections }: PtpInstance, section: string): readonly PtpPair[] =>
  sections.find((one) => one.section === section)?.pairs ?? [];

const has = (pairs: readonly PtpPair[], { name, value }: PtpPair): boolean =>
  pairs.some((pair) => pair.name === name && pair.value === value);

const OWNED = 'sysinv db api.py PtpParameterOwnershipAlreadyExists';

/** A name with "=" in it would be read as a shorter name with a longer value. */
function nameFault({ name }: PtpPair): Verdict {
  return name.includes('=')
    ? denied('A name cannot hold "=": the platform splits name and value at the first.', CITE)
    : allowed;
}

export function addParameterVerdict(instance: PtpInstance, added: Added, config: PtpConfig): Verdict {
  const fault = nameFault(added);
  if (!fault.ok) return fault;
  if (instance.service === 'dpll-mgr' && added.name === 'config_json') return dpllVerdict(added.value);
  if (
    instance.service === 'synce4l' &&
    added.section === 'monitoring' &&
    !SYNCE_MONITORING.includes(added.name)
  ) {
    return denied(
      `The monitoring of synce4l knows no ${added.name}. It knows ${SYNCE_MONITORING.join(', ')}.`,
      CITE,
    );
  }
  if (added.section.startsWith(TABLE)) {
    const table = tableVerdict(instance, added, config);
    if (!table.ok) return table;
  }
  if (has(pairsIn(instance, added.section), added)) {
    return denied(`${instance.name} has ${added.name}=${added.value} in ${added.section} already.`, OWNED);
  }
  return allowed;
}

function dpllVerdict(value: string): Verdict {
  let read: unknown;
  try {
    read = JSON.parse(value);
  } catch {
    return denied('config_json is not valid JSON.', CITE);
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read)) {
    return denied('config_json has to be an object of sections.', CITE);
  }
  const unknown = Object.keys(read).filter((section) => !DPLL_SECTIONS.includes(section));
  return unknown.length > 0
    ? denied(
        `dpll-mgr has no section ${unknown.sort().join(', ')}. It has ${DPLL_SECTIONS.join(', ')}.`,
        CITE,
      )
    : allowed;
}

/** A pair that any owner has already exists as a row, and then the platform looks at the table's number alone. */
function tableVerdict(instance: PtpInstance, added: Added, { parameters }: PtpConfig): Verdict {
  const { section, name, value } = added;
  const exists = parameters.some(
    (row) => row.section === section && row.name === name && row.value === value,
  );
  const own = pairsIn(instance, section);
  if (!exists) {
    const before = ONCE_PER_TABLE.includes(name) ? own.find((pair) => pair.name === name) : undefined;
    if (before) {
      return denied(
        `${section} has ${name}=${before.value} already, and takes one only.`,
        `${CITE} _check_umt_compliance`,
      );
    }
    const other = TRANSPORTS.includes(name)
      ? own.find((pair) => TRANSPORTS.includes(pair.name) && pair.name !== name)
      : undefined;
    if (other) {
      return denied(
        `${section} has ${other.name} entries: transports do not mix in one table.`,
        `${CITE} _check_umt_compliance`,
      );
    }
  }
  const twin =
    name === 'table_id'
      ? instance.sections.find(
          (one) => one.section.startsWith(TABLE) && one.section !== section && has(one.pairs, added),
        )
      : undefined;
  return twin
    ? denied(`${twin.section} has table_id ${value} already.`, `${CITE} _check_umt_table_id_uniqueness`)
    : allowed;
}

/** Parameters of a PTP interface are one list, and the platform checks none of them. */
export function addInterfaceParameterVerdict(ptpInterface: PtpInterface, added: PtpPair): Verdict {
  const fault = nameFault(added);
  if (!fault.ok) return fault;
  return has(ptpInterface.pairs, added)
    ? denied(`${ptpInterface.name} has ${added.name}=${added.value} already.`, OWNED)
    : allowed;
}

export function removeParameterVerdict(pairs: readonly PtpPair[], removed: PtpPair): Verdict {
  return has(pairs, removed) ? allowed : denied(`There is no ${removed.name}=${removed.value} here.`, CITE);
}

/**
 * Who gets the new value when a shared row is changed by `PATCH /v1/ptp_parameters/{uuid}`: everybody who has the row.
 * @returns names of instances and PTP interfaces; an owner that is not known by its uuid
 */
export function ownersOf(parameter: PtpParameter, { instances, interfaces }: PtpConfig): string[] {
  const names = new Map([...instances, ...interfaces].map(({ id, name }) => [id, name]));
  return parameter.owners.map((owner) => names.get(owner) ?? owner);
}

/** Values that a section has under one name, when there are several: linuxptp takes the last. Not refused, and rarely meant. */
export function repeatedNames(pairs: readonly PtpPair[]): { name: string; values: string[] }[] {
  const values = new Map<string, string[]>();
  for (const { name, value } of pairs) values.set(name, [...(values.get(name) ?? []), value]);
  return [...values].filter(([, list]) => list.length > 1).map(([name, list]) => ({ name, values: list }));
}
