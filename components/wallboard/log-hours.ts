/** Hours of the event log that a board reads: enough for the trend and for what changed this shift. */
export const LOG_HOURS = 6;
