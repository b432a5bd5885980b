import { useGraphiQLActions } from '@graphiql/react';
import { type FormEvent, useState } from 'react';
import { keyWanted, serviceKey, setServiceKey } from './service-key';
import { useValue } from './value';

/** Asks for the service's key, once the service has asked for it or while one is set. */
export function ServiceKey() {
  const isWanted = useValue(keyWanted);
  const key = useValue(serviceKey);
  const [typed, setTyped] = useState('');
  const { introspect } = useGraphiQLActions();
  if (!isWanted && !key) return null;
  const use = (next: string) => {
    setServiceKey(next);
    setTyped('');
    // The schema was refused too, or belongs to whoever holds the key.
    void introspect();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    use(typed.trim());
  };
  return (
    <form className="service-key" onSubmit={submit}>
      <h2>Service key</h2>
      <p role="status">
        {isWanted
          ? key
            ? 'The service refused this key.'
            : 'This service asks for a key. It stays in this browser tab.'
          : 'A key is set for this browser tab.'}
      </p>
      {isWanted ? (
        <div className="row">
          <input
            type="password"
            aria-label="Service key"
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <button type="submit" disabled={!typed.trim()}>
            Use key
          </button>
        </div>
      ) : (
        <button type="button" onClick={() => use('')}>
          Forget key
        </button>
      )}
    </form>
  );
}
