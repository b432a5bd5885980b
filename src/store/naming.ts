import { DefaultNamingStrategy } from 'typeorm';

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => '_' + letter.toLowerCase()).replace(/^_/, '');

/** Columns in snake case; an embedded object's columns carry its property's name in front. */
export class SnakeNamingStrategy extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string, embeddedPrefixes: string[]): string {
    return [...embeddedPrefixes, customName || propertyName].map(snakeCase).join('_');
  }
}
