/** What a key allows. On its own for commands that leave the rest of the schema to the service. */
export enum Scope {
  READ = 'READ',
  INGEST = 'INGEST',
  CURATE = 'CURATE',
  ADMIN = 'ADMIN',
}
