'use client';

import { useQueryClient } from '@tanstack/react-query';
import { signOut } from './session';
import { tellOtherTabs } from './session-channel';

/**
 * Signs out everywhere in this browser: the server revokes the Keystone token and clears the cookie, the other
 * tabs follow, and a full load leaves nothing of the session in memory.
 */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await signOut();
    client.clear();
    tellOtherTabs('signed-out');
    window.location.assign('/login');
  };
}
