/** What a person may open to change networks: one sheet each. */
export type NetworkJob =
  | { job: 'create-network' }
  | { job: 'delete-network'; name: string }
  | { job: 'create-data' }
  | { job: 'change-data'; name: string }
  | { job: 'delete-data'; name: string }
  /** `network`: to be assigned to it at once. */
  | { job: 'create-pool'; network?: string }
  | { job: 'change-pool'; name: string }
  | { job: 'delete-pool'; name: string }
  | { job: 'assign'; network: string }
  | { job: 'unassign'; network: string; pool: string };
