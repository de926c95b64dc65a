import { useDocument } from '../api/use-service.js';
import { useSpeech } from '../words/use-speech.js';

/** Who did something, by the id and the kind of an actor. Names are for officers; for everybody else the id has to do. */
export function useNameOf(): (kind: string, id: string) => string {
  const { say } = useSpeech();
  const { data } = useDocument('people', {});
  return (kind, id) => {
    if (kind === 'system') return say('trail.system');
    if (kind === 'service') return say('trail.program');
    if (kind === 'nobody') return say('trail.nobody');
    return data?.staff.find((member) => member.id === id)?.displayName ?? id;
  };
}
