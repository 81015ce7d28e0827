-- Every function is closed to everybody; those that are open to a role were opened by name where they stand. Trigger
-- functions need no grant to run.

revoke execute on all functions in schema sig from public;
