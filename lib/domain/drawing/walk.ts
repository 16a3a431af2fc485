/** Keys that lead from box to box of a drawing: sideways along its lines, up and down in a column. */
const STEPS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'] as const;
export type Step = (typeof STEPS)[number];

export const isStep = (key: string): key is Step => STEPS.some((step) => step === key);
