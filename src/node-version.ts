/** The oldest Node.js that runs this server. */
const OLDEST = [22, 17] as const;

/** What to tell somebody who starts with an older Node.js; `undefined` when `version`, such as `24.21.0`, will do. */
export function nodeVersionFault(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return undefined;
  return (
    `sig-graph needs Node.js ${OLDEST.join('.')} or newer, and this is ${version}: ` +
    'start it with npm start, which uses the Node.js that npm ci installed, or install a newer one.'
  );
}
