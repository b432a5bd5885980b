import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
} from 'graphql';
import { createSchema, printSortedSchema } from '../../src/server/schema';

test('schema.graphql is what the code says (node scripts/emit-schema.js writes it)', () => {
  expect(printSortedSchema()).toBe(readFileSync(join(__dirname, '../../schema.graphql'), 'utf8'));
});

/** Places of a schema that want a description: `Claim`, `Claim.text`, `Query.claims(first:)`, `ClaimKind.DIRECT`. */
function undescribed(): string[] {
  const missing: string[] = [];
  const look = (place: string, { description }: { description?: string | null }) => {
    if (!description?.trim().endsWith('.')) missing.push(place);
  };
  for (const type of Object.values(createSchema().getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    look(type.name, type);
    if (isEnumType(type)) for (const value of type.getValues()) look(`${type.name}.${value.name}`, value);
    if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) look(`${type.name}.${field.name}`, field);
    }
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        look(`${type.name}.${field.name}`, field);
        for (const argument of field.args) look(`${type.name}.${field.name}(${argument.name}:)`, argument);
      }
    }
  }
  return missing;
}

test('every type, field, argument, input and value is described in a sentence', () => {
  expect(undescribed()).toEqual([]);
});

test('every field that can be null says when it is', () => {
  const unexplained = Object.values(createSchema().getTypeMap())
    .filter((type) => (isObjectType(type) || isInterfaceType(type)) && !type.name.startsWith('__'))
    .flatMap((type) =>
      Object.values(isObjectType(type) || isInterfaceType(type) ? type.getFields() : {}).map(
        (field) => [type.name, field] as const,
      ),
    )
    .filter(([, { type, description }]) => !isNonNullType(type) && !/\bnull\b/i.test(description ?? ''))
    .map(([name, field]) => `${name}.${field.name}`);
  expect(unexplained).toEqual([]);
});

test('every scalar of ours says what specifies it', () => {
  const scalars = Object.values(createSchema().getTypeMap()).filter(
    (type) => isScalarType(type) && !isSpecifiedScalarType(type),
  );
  expect(scalars.map(({ name }) => name).toSorted()).toEqual(['CountryCode', 'DateTime', 'Language', 'URL']);
  for (const scalar of scalars)
    expect(scalar).toMatchObject({ specifiedByURL: expect.stringMatching(/^https:/) as string });
});
