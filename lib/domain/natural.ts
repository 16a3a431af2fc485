/** The order of names with numbers in them: `sda2` before `sda10`. */
export const natural = new Intl.Collator('en', { numeric: true }).compare;
