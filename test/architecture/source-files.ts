import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** The project's top folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface SourceFile {
  /** From the project's top folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export function sourceFiles(pattern: string): SourceFile[] {
  return globSync(pattern, { cwd: ROOT }).map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}

/**
 * The names of exported declarations without a docstring. In a file whose imports stand below a docstring of the whole
 * file, as in every file of src/core/rules, that one speaks for one declaration: the rule itself.
 */
export function undocumented({ path, text }: SourceFile): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const heading = file.statements.some((statement) => ts.isImportDeclaration(statement) && isDocumented(statement));
  return file.statements
    .filter((statement) => isExported(statement) && !isDocumented(statement) && !saysItself(statement))
    .slice(heading ? 1 : 0)
    .flatMap(namesOf)
    .map((name) => `${path}: ${name}`);
}

function isDocumented(statement: ts.Statement): boolean {
  return ts.getJSDocCommentsAndTags(statement).length > 0;
}

function isExported(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
  return modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
}

/** `type CaseId = Id<'Case'>` and `type Reason = (typeof REASONS)[number]`: the documented name stands in the definition. */
function saysItself(statement: ts.Statement): boolean {
  if (!ts.isTypeAliasDeclaration(statement)) return false;
  const { type } = statement;
  if (ts.isTypeReferenceNode(type)) return type.typeName.getText() === 'Id';
  return ts.isIndexedAccessTypeNode(type) && type.getText().startsWith('(typeof ');
}

function namesOf(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  const { name } = statement as ts.Statement & { name?: ts.Identifier };
  return [name?.text ?? 'default'];
}
