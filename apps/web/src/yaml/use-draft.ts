import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useService } from '../api/use-service.js';

/**
 * A text of the configuration as it is edited, by a name. What was typed stays until the console is closed or somebody signs out, also while they are in
 * another room, or change the language.
 */
export function useDraft(name: string, written: string): readonly [text: string, change: (text: string) => void] {
  const client = useQueryClient();
  const { controller } = useService();
  const key = [controller, 'draft', name];
  const [text, setText] = useState(() => client.getQueryData<string>(key) ?? written);
  const change = (typed: string): void => {
    setText(typed);
    client.setQueryDefaults(key, { gcTime: Infinity });
    client.setQueryData(key, typed);
  };
  return [text, change];
}
