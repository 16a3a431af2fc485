/** What can be asked of the registry, each one request to sysinv, and who may ask it (sysinv policies/registry_image.py). */
import type { Verdict } from '../result';
import { may, type Right, type Viewer } from '../rights';
import { tagName } from './image';

export type RegistryCall = { do: 'delete-tag'; image: string; tag: string } | { do: 'collect-garbage' };

type Deed = RegistryCall['do'];

/** Operators may collect garbage, and not delete. */
const RIGHTS: Record<Deed, Right> = { 'delete-tag': 'system.configure', 'collect-garbage': 'host.operate' };
const DOING: Record<Deed, string> = {
  'delete-tag': 'Deleting images',
  'collect-garbage': 'Collecting garbage of the registry',
};

export const rightOf = ({ do: deed }: Pick<RegistryCall, 'do'>): Right => RIGHTS[deed];
export const gerundOf = ({ do: deed }: Pick<RegistryCall, 'do'>): string => DOING[deed];

export const mayCall = (viewer: Viewer, call: Pick<RegistryCall, 'do'>): Verdict =>
  may(viewer, rightOf(call), gerundOf(call));

export const callTitle = (call: RegistryCall): string =>
  call.do === 'delete-tag' ? `Delete ${tagName(call.image, call.tag)}` : 'Collect garbage of the registry';

/** The same as a command (cgts-client v1/registry_image_shell.py). */
export const callCli = (call: RegistryCall): string =>
  call.do === 'delete-tag'
    ? `system registry-image-delete ${tagName(call.image, call.tag)}`
    : 'system registry-garbage-collect';

/** What is typed before it is sent; null: nothing. */
export const nameToType = (call: RegistryCall): string | null => (call.do === 'delete-tag' ? call.tag : null);
