import { ORDERS } from '@/lib/domain/network/cloud/pool-rules';

const WORDS: Record<(typeof ORDERS)[number], string> = {
  sequential: 'sequential: the first free address of the ranges',
  random: 'random: any free address of the ranges',
};

/** In which order addresses of a pool are given. */
export const ORDER_OPTIONS = ORDERS.map((value) => ({ value, label: WORDS[value] }));
