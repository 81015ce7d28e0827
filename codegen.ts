import type { CodegenConfig } from '@graphql-codegen/cli';

// TypeScript types of the schema and of the operations in test/, as a client's developer would make them.
const config: CodegenConfig = {
  schema: 'schema.graphql',
  documents: 'test/**/*.graphql',
  ignoreNoDocuments: true,
  generates: {
    'test/support/generated/graphql.ts': {
      plugins: ['typescript', 'typescript-operations'],
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        immutableTypes: true,
        avoidOptionals: { field: true },
        defaultScalarType: 'unknown',
        scalars: { DateTime: 'string', Date: 'string', Cursor: 'string' },
        strictScalars: true,
      },
    },
  },
};

export default config;
