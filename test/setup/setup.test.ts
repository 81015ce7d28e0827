import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../../src/config.js';
import { readSetupFile } from '../../src/setup/setup-file.js';
import { setupCommand } from '../../src/setup/setup-command.js';
import { asOwner } from '../storage/viewing.js';
import { startTestApp } from '../support/app.js';
import { commandConfig } from '../support/command-config.js';
import { createTestDatabase } from '../support/database.js';
import { startIdentityProvider } from '../support/identity-provider.js';
import type { TestDatabase } from '../support/database.js';

const template = (name: string): Promise<string> => readFile(`setup/${name}.yaml`, 'utf8');

let database: TestDatabase;
let config: Config;
beforeAll(async () => {
  database = await createTestDatabase({ migrated: false });
  config = commandConfig(database);
});
afterAll(() => database.drop());

const run = (...args: string[]): Promise<string> => setupCommand(args, config);
const stepsOf = (report: string): string[] => report.split('\n').filter((line) => /^[+~!]/.test(line));
/** The template with something else in it, as a file of its own. */
async function changed(name: string, from: string, to: string): Promise<string> {
  const text = await template(name);
  expect(text).toContain(from);
  const path = join(database.dataDir, `changed-${randomUUID()}.yaml`);
  await writeFile(path, text.replace(from, to));
  return path;
}
const count = (table: string): Promise<number> =>
  asOwner(database.login, async (client) =>
    Number((await client.query<{ n: string }>(`select count(*) as n from sig.${table}`)).rows[0]!.n),
  );

describe('npm run setup', () => {
  it('says with --dry-run what it would do, and does nothing', async () => {
    const report = await run('setup/uddevalla.yaml', '--dry-run');
    expect(stepsOf(report)).toEqual(
      expect.arrayContaining(['+ municipality Uddevalla', '+ agency studentHealth, Elevhälsan', '+ area Dalaberg']),
    );
    expect(await count('municipality')).toBe(0);
  });

  it('fills an empty database with a municipality, and a second one beside it; run again, it changes nothing', async () => {
    const first = await run('setup/uddevalla.yaml');
    expect(first).toContain('No sign-in stands in the file for:\n');
    expect(first).not.toContain('(administrator)');
    await run('setup/vellinge.yaml');
    expect([await count('municipality'), await count('rule_pack')]).toEqual([2, 2]);
    const before = [await count('role_term'), await count('group_member')];
    expect(stepsOf(await run('setup/uddevalla.yaml'))).toEqual([]);
    expect([await count('role_term'), await count('group_member')]).toEqual(before);
  });

  it('lets the administrators in whom the file names, with the rules that it names', async () => {
    await run('setup/uddevalla.yaml');
    const provider = await startIdentityProvider({ claim: 'employeeHsaId', identity: 'HSA_ID' });
    const [kept, oidc] = [{ ...database, drop: () => Promise.resolve() }, [provider.config]];
    const app = await startTestApp({ database: kept, config: { oidc } });
    try {
      const token = await provider.token({ employeeHsaId: 'SE2120001397-ADM1' });
      const query =
        '{ viewer { name capacity municipality { name rulePack { consentMonthsAtMost } agencies { kind } } } }';
      const { data } = await app.ask<{ viewer: object }>(token, query);
      expect(data.viewer).toMatchObject({
        ...{ name: 'Rickard Almsjö', capacity: 'ADMINISTRATOR' },
        municipality: { name: 'Uddevalla', rulePack: { consentMonthsAtMost: 12 } },
      });
    } finally {
      await app.stopServer();
      await provider.stop();
    }
  });

  it('changes what may change, and refuses as a whole what is for good', async () => {
    const renamed = await changed('uddevalla', 'name: Elevhälsan', 'name: Elevhälsoteamet');
    expect(stepsOf(await run(renamed))).toEqual(['~ agency studentHealth, Elevhälsoteamet: name']);
    const moved = await changed('uddevalla', 'kind: LEISURE', 'kind: SCHOOL');
    await expect(run(moved)).rejects.toThrow(/Nothing was changed\.\n! agency leisure, .*: kind cannot be changed/);
    // What a file no longer names stays.
    const fewer = await changed('uddevalla', '    - Kampenhof\n', '');
    expect(stepsOf(await run(fewer))).toEqual(['~ agency studentHealth, Elevhälsan: name']);
    expect(await count('focus_area')).toBe(2);
  });

  it('ties another sign-in in the place of one that the file had', async () => {
    const other = await changed('uddevalla', 'SE2120001397-ADM1', 'SE2120001397-ADM9');
    expect(stepsOf(await run(other))).toEqual(['~ sign-in of administrator, Rickard Almsjö: hash']);
    expect(stepsOf(await run(other))).toEqual([]);
    await run('setup/uddevalla.yaml');
  });

  it('refuses a municipality that something else made, such as the demo data', async () => {
    const filled = await createTestDatabase({ demo: true });
    try {
      const setUp = setupCommand(['setup/uddevalla.yaml'], commandConfig(filled));
      await expect(setUp).rejects.toThrow('a municipality 1485 that no setup file made');
    } finally {
      await filled.drop();
    }
  });

  it('does nothing on unknown arguments and without a file', async () => {
    await expect(run()).rejects.toThrow('Use: npm run setup');
    await expect(run('--what')).rejects.toThrow('Use: npm run setup');
    await expect(run('nowhere.yaml')).rejects.toThrow('nowhere.yaml cannot be read');
  });
});

describe('a setup file with faults', () => {
  it.each<[string, string, string, string]>([
    ['a code that is no text', "code: '1485'", 'code: 1485', 'municipality.code: '],
    ['an unknown kind', 'kind: LEISURE', 'kind: HOBBY', 'agencies.leisure.kind: '],
    ['an unknown field', 'name: Polisen', 'nam: Polisen', 'agencies.police'],
    [
      'a parent that is not there',
      'parent: school',
      'parent: kindergarten',
      'agencies.studentHealth.parent: there is no kindergarten',
    ],
    [
      'rules out of range',
      'consentMonthsAtMost: 12',
      'consentMonthsAtMost: 120',
      'rules.consentMonthsAtMost: from 1 to 24',
    ],
    ['rules out of order', 'targetAgeFrom: 12', 'targetAgeFrom: 21', 'rules.targetAgeFrom: not above targetAgeThrough'],
    [
      'one administrator',
      '    capacity: ADMINISTRATOR',
      '    capacity: STEERING_MEMBER',
      'staff: at least two administrators',
    ],
    ['an agency as its own branch', 'parent: school', 'parent: studentHealth', 'an agency is no branch of itself'],
    ['an area twice', '- Kampenhof', '- Dalaberg', 'areas.names.1: Dalaberg stands here twice'],
    [
      'a member twice',
      '- fieldSecretary',
      '- coordinator',
      'groups.operative.members.1: coordinator stands here twice',
    ],
    [
      'a chain of the same person',
      'name: Annika Solbro',
      'name: Annika Solbro\n    sameAs: secondAdministrator',
      'staff.secondAdministrator.sameAs: secondAdministrator is named as the same as another itself',
    ],
    ['a sign-in that is none', 'hsaId: SE2120001397-ADM1', 'hsaId: ADM1', 'staff.administrator.signIn: cannot be one'],
    [
      'two sign-ins at once',
      'hsaId: SE2120001397-ADM1',
      'hsaId: SE2120001397-ADM1\n      email: rickard@uddevalla.example',
      'staff.administrator.signIn: one of hsaId',
    ],
    [
      'the same sign-in of two people',
      'hsaId: SE2120001397-ADM2',
      'hsaId: se2120001397-adm1',
      'staff.secondAdministrator.signIn: somebody else has it',
    ],
    [
      'a sign-in of another role of the same person',
      'name: Annika Solbro',
      'name: Annika Solbro\n    sameAs: administrator',
      'staff.secondAdministrator.signIn: stands at administrator',
    ],
    ['no YAML', 'areas:', 'areas: [', ''],
  ])('%s is refused with its line and field', async (_, from, to, fault) => {
    const text = await template('uddevalla');
    expect(text).toContain(from);
    const wrong = text.replace(from, to);
    const read = (): unknown => readSetupFile('uddevalla.yaml', wrong);
    // Where it was written; what the file as a whole lacks stands at the part that lacks it, and YAML knows its own.
    const at = wrong.slice(0, wrong.indexOf(to)).split('\n').length;
    const line = /^ *(code|kind|parent|[a-zA-Z]+Most|targetAgeFrom)/.test(to)
      ? `uddevalla.yaml:${at}: `
      : /^uddevalla\.yaml:\d+: /;
    expect(read).toThrow(fault);
    expect(read).toThrow(line);
  });

  it('tells every fault at once', async () => {
    const text = (await template('uddevalla')).replace('kind: LEISURE', 'kind: HOBBY').replace("'1485'", "'14'");
    expect(() => readSetupFile('f', text)).toThrow(/municipality\.code[^]*agencies\.leisure\.kind/);
  });
});
