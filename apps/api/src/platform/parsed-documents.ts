import type { DocumentNode } from 'graphql';

/** Enough for every document of the service's own clients, several times over. */
const MOST = 200;
/** What is larger is parsed anew each time. */
const LARGEST_BYTES = 64 * 1024;

/** Keeps the documents that were asked last parsed and checked, so many and no more: strangers' documents must not fill the memory. */
export class ParsedDocuments {
  readonly #documents = new Map<string, DocumentNode>();

  get(key: string): Promise<DocumentNode | undefined> {
    const found = this.#documents.get(key);
    if (found !== undefined) this.#keep(key, found);
    return Promise.resolve(found);
  }

  set(key: string, document: DocumentNode): Promise<void> {
    if ((document.loc?.end ?? 0) <= LARGEST_BYTES) this.#keep(key, document);
    return Promise.resolve();
  }

  delete(key: string): Promise<boolean> {
    return Promise.resolve(this.#documents.delete(key));
  }

  /** The one that was kept last is the last of the map. */
  #keep(key: string, document: DocumentNode): void {
    this.#documents.delete(key);
    this.#documents.set(key, document);
    const [oldest] = this.#documents.keys();
    if (this.#documents.size > MOST && oldest !== undefined) this.#documents.delete(oldest);
  }
}
