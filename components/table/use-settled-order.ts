'use client';

import { useState } from 'react';
import { sameOrder, settle } from './settled-order';

/**
 * The order to show. `intent` is what the person asked for (sort, filters, view): when it changes the new order
 * holds at once, whoever is in the table. `waiting` tells that another order is ready and held back.
 */
export function useSettledOrder(wanted: readonly string[], intent: string, held: boolean) {
  const [last, setLast] = useState({ keys: wanted, intent });
  const keys = settle(last.keys, wanted, held && intent === last.intent);
  if (keys !== last.keys || intent !== last.intent) setLast({ keys, intent });
  return { keys, waiting: held && !sameOrder(keys, wanted) };
}
