/** Looks now and then whether a request is further than the page says, and tells so quietly: the page itself stays as it is. */
export const NEWS = `(() => {
  const notice = document.querySelector('[data-news]');
  if (!notice || !window.fetch) return;
  let wait = 4000;
  const look = async () => {
    if (!document.hidden) {
      try {
        const answer = await fetch(notice.dataset.news, { cache: 'no-store', redirect: 'error' });
        // The browser may not follow it any more: the page says so when it is opened anew.
        if (answer.status === 404) return;
        if (answer.ok && (await answer.json()).mark !== notice.dataset.mark) {
          notice.hidden = false;
          return;
        }
      } catch {
        // No connection for a moment: the next look is soon.
      }
      wait = Math.min(wait * 1.4, 60000);
    }
    setTimeout(look, wait);
  };
  document.addEventListener('visibilitychange', () => { wait = 4000; });
  setTimeout(look, wait);
})();
`;
