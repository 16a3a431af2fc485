/**
 * What sysinv refuses of a PTP parameter before it adds it to an instance (api/controllers/v1/ptp_instance.py). It
 * looks at little: of names and values only those below are judged, anything else is taken as it is (err-216 to 225).
 * Messages that no recording has are this simulator's own words for the same check.
 */
import type { Json } from '../../kernel/json';
import type { World } from '../../kernel/world';
import { python } from '../api/json-patch';
import { type Key, ownedBy, ownersOf, parametersLike } from '../cloud/parameters';
import { refuse } from '../faults';
import type { Row } from '../rows';

/** Keys that a whole configuration of dpll-mgr may have. */
const DPLL_SECTIONS = [
  'global',
  'channels',
  'dpll',
  'dpll_policy',
  'ptp',
  'ptp_profiles',
  'ptp_primary_attributes',
  'ptp_secondary_defaults',
  'ptp_secondary_attributes',
  'synce',
  'ql_map',
  'inputs_ql',
];

/** What the monitoring of synce4l knows. */
const SYNCE_MONITORING = [
  'smc_socket_path',
  'interface',
  'source',
  'holdover_ql',
  'freerun_ql',
  'static_ql',
  'holdover_timer',
];

const TRANSPORTS = ['L2', 'UDPv4', 'UDPv6'];
/** Of these a unicast master table has one each. */
const ONCE = ['table_id', 'peer_address', 'logQueryInterval'];

/** `name=value` as text. The platform does not expect numbers here, and shows what Python says of them. */
export function keypairOf(value: Json | undefined, adding: boolean): string {
  if (typeof value === 'string') return value;
  if (value === undefined || value === null) refuse(500, "'value'");
  if (typeof value !== 'number') {
    const kinds = "(<class 'str'>, (<class 'int'>,), <class 'float'>)";
    const got = Array.isArray(value) ? 'list' : typeof value === 'boolean' ? 'bool' : 'dict';
    refuse(
      400,
      `Invalid input for field/attribute value. Value: '${python(value)}'. Wrong type. Expected '${kinds}', got '<class '${got}'>'`,
    );
  }
  const type = Number.isInteger(value) ? 'int' : 'float';
  refuse(
    500,
    adding ? `'${type}' object has no attribute 'find'` : `argument of type '${type}' is not iterable`,
  );
}

/** The name and value of a pair; the first equals sign divides them, and either may be empty. */
export function divided(pair: string, section: string): Key {
  const at = pair.indexOf('=');
  if (at < 0) refuse(400, `Bad PTP parameter keypair: ${pair}`);
  return { section, name: pair.slice(0, at), value: pair.slice(at + 1) };
}

/** Judges a parameter before it is added to an instance. */
export function checkInstanceParameter(world: World, instance: Row, key: Key): void {
  if (instance.service === 'dpll-mgr' && key.name === 'config_json') checkDpllConfig(key.value);
  if (
    instance.service === 'synce4l' &&
    key.section === 'monitoring' &&
    !SYNCE_MONITORING.includes(key.name)
  ) {
    refuse(400, `synce4l has no monitoring parameter ${key.name}; it has ${SYNCE_MONITORING.join(', ')}`);
  }
  if (key.section.startsWith('unicast_master_table')) checkUnicastTable(world, instance, key);
}

function checkDpllConfig(text: string): void {
  let config: Json;
  try {
    config = JSON.parse(text);
  } catch (error) {
    refuse(400, `config_json is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (config === null || typeof config !== 'object' || Array.isArray(config)) {
    const type =
      config === null
        ? 'NoneType'
        : Array.isArray(config)
          ? 'list'
          : typeof config === 'string'
            ? 'str'
            : 'int';
    refuse(500, `'${type}' object has no attribute 'keys'`);
  }
  const unknown = Object.keys(config).filter((section) => !DPLL_SECTIONS.includes(section));
  if (unknown.length > 0) refuse(400, `dpll-mgr does not know the sections ${python(unknown.sort())}`);
}

/**
 * A table has one id, peer and interval, one transport, and an id that no other table of the instance has. The first
 * two are looked at only where the very row is new to the platform, as there.
 */
function checkUnicastTable(world: World, instance: Row, key: Key): void {
  const own = ownedBy(world, instance);
  if (parametersLike(world, key).length === 0) {
    const present = own.find((row) => row.section === key.section && row.name === key.name);
    if (ONCE.includes(key.name) && present) {
      refuse(400, `${key.section} has ${key.name}=${present.value} already; ${key.value} is a second one`);
    }
    const other = own.find(
      (row) => row.section === key.section && row.name !== key.name && TRANSPORTS.includes(String(row.name)),
    );
    if (TRANSPORTS.includes(key.name) && other) {
      refuse(400, `${key.section} has ${other.name} addresses; ${key.name} can not be mixed with them`);
    }
  }
  const taken = own.find(
    (row) =>
      row.name === 'table_id' &&
      row.value === key.value &&
      row.section !== key.section &&
      String(row.section).startsWith('unicast_master_table'),
  );
  if (key.name === 'table_id' && taken) {
    refuse(400, `table_id=${key.value} is not unique: ${taken.section} has it`);
  }
}

/** A row belongs to an owner once. */
export function checkNotOwned(parameter: Row, owner: Row): void {
  if (ownersOf(parameter).includes(owner.uuid)) {
    refuse(409, `PTP parameter ${parameter.uuid} belongs to ${owner.uuid} already.`);
  }
}
