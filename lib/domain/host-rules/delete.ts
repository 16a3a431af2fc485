/** Delete, and add: who may be in the inventory. */
import { type Check, cannotTell, checksOf } from '../check';
import { type Host, hostName, isController } from '../host';
import { type RuleContext, simplexMode } from './context';

const remove = checksOf('delete', 'sysinv host.py delete');
const add = checksOf('add', 'sysinv host.py _new_host_semantic_checks');

function notTheSimplex(host: Host, context: RuleContext): Check[] {
  if (host.hostname !== 'controller-0') return [];
  const simplex = simplexMode(context);
  if (simplex === true)
    return [remove.block('simplex', { title: 'controller-0 of a simplex cannot be deleted' })];
  if (simplex === false) return [remove.pass('simplex', { title: 'The system is not a simplex' })];
  return [
    remove.unknown(
      'simplex',
      cannotTell('whether this is a simplex', 'The system could not be read.', 'sysinv'),
    ),
  ];
}

export function deleteChecks(host: Host, context: RuleContext): Check[] {
  const name = hostName(host);
  const first = notTheSimplex(host, context);
  if (host.administrative === 'unlocked') {
    const wayOut = { kind: 'action', action: 'lock', hostId: host.id, label: `Lock ${name}` } as const;
    return [
      ...first,
      remove.block('locked', { title: `${name} is unlocked`, detail: 'Lock it first.', wayOut }),
    ];
  }
  if (host.administrative === 'locked')
    return [...first, remove.pass('locked', { title: `${name} is locked` })];
  return [
    ...first,
    remove.unknown('locked', cannotTell('administrative state', 'The platform did not give it.', 'sysinv')),
  ];
}

/** Adding a host: not on a simplex, and only while an unlocked, enabled controller can manage it. */
export function addChecks(context: RuleContext): Check[] {
  const controllers = context.hosts.filter(isController);
  // Without any controller the platform skips both checks (it is being set up).
  if (controllers.length === 0) return [];
  const simplex = simplexMode(context);
  const mode =
    simplex === true
      ? add.block('simplex', { title: 'A simplex takes no further hosts' })
      : simplex === false
        ? add.pass('simplex', { title: 'The system is not a simplex' })
        : add.unknown(
            'simplex',
            cannotTell('whether this is a simplex', 'The system could not be read.', 'sysinv'),
          );
  const manager = controllers.some((c) => c.administrative === 'unlocked' && c.operational === 'enabled');
  const managed = manager
    ? add.pass('controller', { title: 'An enabled controller can manage the host' })
    : add.warn('controller', {
        title: 'No controller is unlocked and enabled',
        detail: 'The platform refuses a host without a personality until one is.',
      });
  return [mode, managed];
}
