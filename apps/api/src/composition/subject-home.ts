/** The path that a controller's pages for its subjects lie under. */
export function subjectHome(controller: string): string {
  return `/ask/${controller}`;
}
