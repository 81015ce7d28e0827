import { DomainError, MissingFactError } from '../../src/core/errors.js';

test('a refusal and a missing fact are told apart by name, wherever they are logged', () => {
  expect(String(new DomainError('FORBIDDEN', 'capacityMayNot'))).toBe('DomainError: FORBIDDEN: capacityMayNot');
  expect(String(new MissingFactError('birth date'))).toBe('MissingFactError: The decision lacks a fact: birth date');
});
