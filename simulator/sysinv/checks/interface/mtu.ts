/** MTUs along the pile: not more than below, not less than above (err-185). */
import { refuse } from '../../faults';
import { interfaceNamed } from '../../network/rows';
import { type Site, uppersOf } from './draft';

const WITHIN_LOWER = ['vlan', 'vf', 'ethernet'];

export function checkPile(site: Site): void {
  const { world, host, draft } = site;
  if (WITHIN_LOWER.includes(draft.iftype ?? '')) {
    for (const name of draft.uses) {
      const { imtu } = interfaceNamed(world, host, name);
      if (draft.imtu > Number(imtu)) {
        refuse(
          400,
          `Interface MTU (${draft.imtu}) cannot be larger than MTU of underlying interface (${imtu})`,
        );
      }
    }
  }
  for (const upper of uppersOf(site)) {
    // Own words.
    if (draft.imtu < Number(upper.imtu)) {
      refuse(400, `MTU ${draft.imtu} is less than ${upper.ifname} on top has: ${upper.imtu}`);
    }
  }
}
