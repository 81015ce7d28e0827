import type { TestApp } from './app.js';

/** The versions that a change rests on, as their sender reads them. */
export async function meetingVersion(app: TestApp, token: string, id: string): Promise<number> {
  const document = 'query ($id: ID!) { node(id: $id) { ... on Meeting { version } } }';
  const { data } = await app.ask<{ node: { version: number } | null }>(token, document, { id });
  // What is not to be seen is refused for what it is, whatever version is named.
  return data.node?.version ?? 1;
}

export async function situationVersion(app: TestApp, token: string, caseId: string): Promise<number> {
  const document = 'query ($id: ID!) { case(id: $id) { situation { version } } }';
  const { data } = await app.ask<{ case: { situation: { version: number } } }>(token, document, { id: caseId });
  return data.case.situation.version;
}

export async function rulesVersion(app: TestApp, token: string): Promise<number> {
  const document = '{ viewer { municipality { rulePacks { version } } } }';
  interface Packs {
    viewer: { municipality: { rulePacks: { version: number }[] } };
  }
  const { data } = await app.ask<Packs>(token, document);
  return data.viewer.municipality.rulePacks[0]!.version;
}
