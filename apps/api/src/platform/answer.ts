import { Refused, StaleVersion } from '@habeas/core';
import { RefusalType } from './refusal.type.js';

/** What a use case came to, or why it refused. Everything else it throws is a bug, and is thrown on. */
export async function answer<T, Shape>(work: Promise<T>, shape: (result: T) => Shape): Promise<Shape | RefusalType> {
  try {
    return shape(await work);
  } catch (error) {
    if (error instanceof Refused) return new RefusalType(error);
    if (error instanceof StaleVersion)
      return new RefusalType({ code: 'CHANGED', message: error.message, remedy: 'Look at it again.' });
    throw error;
  }
}
