import { readMany } from '@/lib/actions/read-many';
import { noteBuild, noteUnknownAction } from './build';

/**
 * To be called when a part of the page's code could not be fetched. A newer build has taken its place, or the network
 * failed once: the server is asked which build it runs, so that the page says "updated" only when it was.
 */
export async function noteMissingCode(): Promise<void> {
  try {
    noteBuild((await readMany([])).build);
  } catch (cause) {
    noteUnknownAction(cause);
  }
}
