import type { Html } from '@habeas/report';

/** One page before its frame. */
export interface Page {
  /** Its only first heading, and the name of its window. */
  readonly title: string;
  readonly content: Html;
  /** Whether something in it has to be mended: its window says so first. */
  readonly isFaulty?: boolean;
  /**
   * Where it can be had in another language by its address alone: a path, whatever its language, or nothing for the one that it was
   * asked for at. Missing where something would be lost.
   */
  readonly address?: string;
  /** Whether the script does something for it. */
  readonly isScripted?: boolean;
  /** Whether something is fetched on it. */
  readonly isDownload?: boolean;
  /** Whether search engines may list it: only the one that anybody may open. */
  readonly isPublic?: boolean;
}
