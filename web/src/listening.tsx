import { subscriptionProgress } from './fetcher';
import { useValue } from './value';

/** Tells under the response that a subscription runs: until its first answer there is nothing else to see. */
export function Listening() {
  const progress = useValue(subscriptionProgress);
  if (!progress) return null;
  return (
    <p className="listening" role="status">
      {progress.answers === 0
        ? 'Listening. Answers appear here as they come; none so far.'
        : `Listening. ${progress.answers} ${progress.answers === 1 ? 'answer' : 'answers'} so far; the latest is shown.`}
    </p>
  );
}
