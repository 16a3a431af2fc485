/** Modes and hash policies of bonds (err-169, err-180). What no recording has is said in own words. */
import { refuse } from '../../faults';
import { networkTypesOf } from '../../network/rows';
import type { Site } from './draft';

const MODES = ['active_standby', 'balanced', '802.3ad'];
const RESELECT = ['always', 'better', 'failure'];

export function checkMode({ draft }: Site): void {
  const { iftype, aemode, txhashpolicy } = draft;
  if (iftype === 'ae' && !MODES.includes(aemode ?? '')) refuse(400, `Not a mode of a bond: ${aemode}`);
  if (aemode === 'balanced' || aemode === '802.3ad') {
    if (draft.ptp_role !== 'none') refuse(400, `A bond in mode ${aemode} has no PTP role`);
    if (!txhashpolicy) {
      refuse(
        400,
        "Device interface with 'aggregated ethernet' interface type in 'balanced' or '802.3ad' mode require a valid Tx Hash Policy.",
      );
    }
  }
  if (aemode === 'active_standby' && txhashpolicy !== null) {
    refuse(400, 'A bond in mode active_standby has no hash policy');
  }
}

export function checkReselect({ draft }: Site): void {
  const { primary_reselect: reselect, iftype, aemode, ifclass } = draft;
  if (reselect === null) return;
  if (iftype !== 'ae') refuse(400, 'primary_reselect is for bonds');
  if (aemode !== 'active_standby') refuse(400, `A bond in mode ${aemode} has no primary_reselect`);
  if (ifclass !== 'platform' && reselect !== 'always') {
    refuse(400, 'primary_reselect of other than platform interfaces is always');
  }
  if (!RESELECT.includes(reselect)) refuse(400, `primary_reselect is one of ${RESELECT.join(', ')}`);
}

/** Any text passes for a hash policy, but for data it has to be layer2. */
export function checkBondClass({ world, host, draft, existing }: Site): void {
  if (draft.iftype !== 'ae') return;
  if (draft.ifclass !== 'platform' && draft.ifclass !== 'data') {
    refuse(400, 'A bond is of class platform or data');
  }
  if (draft.ifclass === 'data' && draft.aemode !== 'active_standby' && draft.txhashpolicy !== 'layer2') {
    refuse(
      400,
      "Device interface with interface class 'data', and interface type 'aggregated ethernet' must have a Tx Hash Policy of 'layer2'.",
    );
  }
  const networks = existing ? networkTypesOf(world, host, existing) : [];
  if (networks.includes('mgmt') && draft.aemode === 'balanced') {
    refuse(400, 'A bond with network mgmt is in mode 802.3ad or active_standby');
  }
}
