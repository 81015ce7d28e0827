/** Works out each answer once; `keyOf` must tell all arguments apart. */
export function memoised<Args extends readonly unknown[], Answer>(
  work: (...args: Args) => Answer,
  keyOf: (...args: Args) => string,
): (...args: Args) => Answer {
  const known = new Map<string, { readonly answer: Answer }>();
  return (...args) => {
    const key = keyOf(...args);
    const entry = known.get(key) ?? { answer: work(...args) };
    known.set(key, entry);
    return entry.answer;
  };
}
