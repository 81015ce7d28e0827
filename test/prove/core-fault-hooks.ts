import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';
import type { Options } from '@swc/core';
import type { CoreFault } from './core-faults.js';

// A module asked for with `?fault=n` is loaded anew, with everything of ours below it, and with the n-th of `faults` in it.
const settings = JSON.parse(readFileSync(new URL('../../.config/swc.json', import.meta.url), 'utf8')) as Options;
const FAULT = /\?fault=(\d+)$/;
const faults: CoreFault[] = [];

/** What to append to a specifier of ours, so that it is imported with this fault in it. */
export function withFault(fault: CoreFault): string {
  return `?fault=${faults.push(fault) - 1}`;
}

registerHooks({
  resolve(specifier, context, next) {
    const asked = FAULT.exec(specifier) ?? FAULT.exec(context.parentURL ?? '');
    if (asked === null) return next(specifier, context);
    const found = next(specifier.replace(FAULT, ''), { ...context, parentURL: context.parentURL?.replace(FAULT, '') });
    return /\/(src|test)\/.*\.ts$/.test(found.url) ? { ...found, url: found.url + asked[0] } : found;
  },
  load(url, context, next) {
    const fault = faults[Number(FAULT.exec(url)?.[1] ?? -1)];
    if (fault === undefined) return next(url, context);
    const filename = fileURLToPath(url.replace(FAULT, ''));
    const text = readFileSync(filename, 'utf8');
    const wrong = filename.endsWith(`/${pathOf(fault)}`) ? replaceOnce(text, fault) : text;
    return { format: 'module', source: transformSync(wrong, { ...settings, filename }).code, shortCircuit: true };
  },
});

function pathOf({ under = 'src/core', file }: CoreFault): string {
  return `${under}/${file}`;
}

function replaceOnce(text: string, fault: CoreFault): string {
  const { name, find, replace } = fault;
  const count = text.split(find).length - 1;
  if (count !== 1) throw new Error(`The fault “${name}” fits ${pathOf(fault)} ${count} times, not once: ${find}`);
  return text.replace(find, () => replace);
}
