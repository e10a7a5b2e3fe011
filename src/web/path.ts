/** A path of this site that somebody handed in, for going on to; anything else leads home. Pure. */
export function safePath(path: string | undefined, home = '/'): string {
  if (!path || !/^\/(?![/\\])[\w\-./?=&%~+]*$/.test(path)) return home
  return path
}
