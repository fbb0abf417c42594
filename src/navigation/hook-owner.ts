/**
 * Lets a host remove hooks together with the component that registered them. Separate from the hooks, because a host
 * sets it before the first component, and most pages have no hooks.
 */
export const owner: { adopt(undo: () => void): void } = { adopt() {} };
