export const part = null;
