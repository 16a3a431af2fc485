/**
 * PTP parameters are rows of their own, one per section, name and value, and shared: an owner (an instance or an
 * interface) has a part in the row, and the row goes with its last owner (sysinv db/sqlalchemy/models.py
 * PtpParameters, PtpParameterOwnerships). Owners show theirs as `name=value`, in the order they were added.
 */
import type { Json } from '../../kernel/json';
import type { World } from '../../kernel/world';
import { uuidFrom } from '../../worlds/uuid';
import { type Row, stamp } from '../rows';

export type Key = { section: string; name: string; value: string };

const textsOf = (value: Json | undefined): string[] => (Array.isArray(value) ? value.map(String) : []);

export function parametersOf(world: World): Row[] {
  return world.sysinv.cloud('ptp_parameters');
}

/** Rows of exactly this section, name and value: none or one, and more where values were changed to be alike. */
export function parametersLike(world: World, { section, name, value }: Key): Row[] {
  return parametersOf(world).filter(
    (row) => row.section === section && row.name === name && row.value === value,
  );
}

export function ownersOf(parameter: Row): string[] {
  return textsOf(parameter.owners);
}

/** What an instance or interface owns. */
export function ownedBy(world: World, owner: Row): Row[] {
  return parametersOf(world).filter((row) => ownersOf(row).includes(owner.uuid));
}

export function createParameter(world: World, { section, name, value }: Key): Row {
  const rows = parametersOf(world);
  const row: Row = {
    uuid: uuidFrom(world.random),
    created_at: stamp(world.clock.now()),
    updated_at: null,
    id: nextId(rows),
    section,
    name,
    value,
    owners: [],
  };
  rows.push(row);
  return row;
}

export function addOwner(parameter: Row, owner: Row): void {
  parameter.owners = [...ownersOf(parameter), owner.uuid];
  changePairs(owner, String(parameter.section), (pairs) => [...pairs, pairOf(parameter)]);
}

/** Takes a parameter from an owner, and away when that was its last. */
export function removeOwner(world: World, parameter: Row, owner: Row): void {
  parameter.owners = ownersOf(parameter).filter((uuid) => uuid !== owner.uuid);
  const pair = pairOf(parameter);
  changePairs(owner, String(parameter.section), (pairs) => pairs.filter((other) => other !== pair));
  if (ownersOf(parameter).length === 0) removeParameter(world, parameter);
}

export function removeParameter(world: World, parameter: Row): void {
  const rows = parametersOf(world);
  rows.splice(rows.indexOf(parameter), 1);
}

/** Changes columns of a shared row: every owner shows the change. */
export function changeParameter(world: World, parameter: Row, columns: Partial<Key>): void {
  const before = pairOf(parameter);
  const section = String(parameter.section);
  const owners = [...world.sysinv.cloud('ptp_instances'), ...world.sysinv.cloud('ptp_interfaces')].filter(
    ({ uuid }) => ownersOf(parameter).includes(uuid),
  );
  Object.assign(parameter, columns, { updated_at: stamp(world.clock.now()) });
  for (const owner of owners) {
    const at = pairsIn(owner, section).indexOf(before);
    if (section === parameter.section) {
      changePairs(owner, section, (pairs) => pairs.with(at, pairOf(parameter)));
    } else {
      changePairs(owner, section, (pairs) => pairs.toSpliced(at, 1));
      changePairs(owner, String(parameter.section), (pairs) => [...pairs, pairOf(parameter)]);
    }
  }
}

/** The next integer id of a kind of rows. */
export function nextId(...kinds: readonly Row[][]): number {
  return 1 + Math.max(0, ...kinds.flat().map(({ id }) => Number(id)));
}

function pairOf({ name, value }: Row): string {
  return `${name}=${value}`;
}

function pairsIn({ parameters }: Row, section: string): string[] {
  if (Array.isArray(parameters)) return textsOf(parameters);
  return parameters !== null && typeof parameters === 'object' ? textsOf(parameters[section]) : [];
}

/** An interface lists its parameters, whatever their section; an instance has a list per section that has any. */
function changePairs(owner: Row, section: string, change: (pairs: string[]) => string[]): void {
  const pairs = change(pairsIn(owner, section));
  if (owner.type === 'ptp-interface') {
    owner.parameters = pairs;
    return;
  }
  const { parameters } = owner;
  const sections =
    parameters !== null && typeof parameters === 'object' && !Array.isArray(parameters) ? parameters : {};
  const { [section]: _old, ...others } = sections;
  owner.parameters = pairs.length > 0 ? { ...sections, [section]: pairs } : others;
}
