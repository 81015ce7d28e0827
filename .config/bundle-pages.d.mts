export function bundlePages(): Promise<string[]>;
