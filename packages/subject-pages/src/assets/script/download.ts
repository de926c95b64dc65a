/**
 * Fetches the archive with a bar, stops and goes on, goes on by itself after a cut, and checks the hash of what has come. What is too
 * large to be checked in a browser, or where anything of this is not there, is fetched as a link is.
 */
export const DOWNLOAD = `(() => {
  const link = document.querySelector('a[data-sha256]');
  if (!link || !window.fetch || !window.ReadableStream || !window.crypto?.subtle) return;
  const words = link.dataset;
  const total = Number(words.bytes);
  if (!(total <= Number(words.most))) return;

  const make = (tag, more) => Object.assign(document.createElement(tag), more);
  const box = make('div', { className: 'fetching', hidden: true });
  const bar = make('progress', { max: total, value: 0 });
  bar.setAttribute('aria-label', words.bar);
  const said = make('p', { className: 'said' });
  said.setAttribute('role', 'status');
  const button = make('button', { type: 'button', className: 'button plain', textContent: words.pause });
  box.append(bar, said, button);
  link.closest('.actions').after(box);

  const percent = new Intl.NumberFormat(document.documentElement.lang, { style: 'percent' });
  let parts = [];
  let got = 0;
  let isRunning = false;
  let isPaused = false;
  let stop;
  let name = 'export.zip';
  let lastTold = -1;

  const show = () => {
    bar.value = got;
    // In steps that a screen reader can keep up with
    const step = Math.floor((got / total) * 10);
    if (step === lastTold) return;
    lastTold = step;
    said.textContent = words.running.replace('%', percent.format(got / total));
  };
  const begin = (offset) => {
    stop = new AbortController();
    const headers = offset === 0 ? {} : { Range: 'bytes=' + offset + '-', 'If-Range': '"' + words.sha256 + '"' };
    return fetch(link.href, { headers, cache: 'no-store', redirect: 'error', signal: stop.signal });
  };
  // One answer, from where the last one broke. Another file under the same address begins anew.
  const take = async () => {
    const answer = await begin(got);
    if (answer.status === 200) { parts = []; got = 0; }
    if (answer.status >= 500 || answer.status === 429) throw new TypeError('later');
    const isOurs = answer.headers.get('etag') === '"' + words.sha256 + '"';
    if ((answer.status !== 200 && answer.status !== 206) || !isOurs) throw new Error('gone');
    name = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? name;
    const reader = answer.body.getReader();
    let pieces = [];
    let held = 0;
    // Pieces become blobs, which a browser may put on its disk.
    const keep = () => { if (held) parts.push(new Blob(pieces)); pieces = []; held = 0; };
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        pieces.push(value);
        held += value.length;
        got += value.length;
        if (held > 4194304) keep();
        show();
      }
    } finally {
      keep();
    }
  };
  const hashOf = async (blob) => {
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()));
    return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
  };
  const finish = async () => {
    said.textContent = words.checking;
    const whole = new Blob(parts, { type: 'application/octet-stream' });
    parts = [];
    button.hidden = true;
    if ((await hashOf(whole)) !== words.sha256) { got = 0; throw new Error('damaged'); }
    const url = URL.createObjectURL(whole);
    const save = make('a', { href: url, download: name });
    save.click();
    setTimeout(() => URL.revokeObjectURL(url), 60000);
    said.textContent = words.done;
    link.hidden = true;
  };
  const sleep = (ms) => new Promise((wake) => setTimeout(wake, ms));
  const run = async () => {
    isRunning = true;
    let cuts = 0;
    while (got < total && !isPaused) {
      const before = got;
      try {
        await take();
        if (got < total && got === before) throw new TypeError('cut');
      } catch (error) {
        if (isPaused) break;
        if (error.message === 'gone') { location.reload(); return; }
        cuts = got > before ? 1 : cuts + 1;
        said.textContent = words.cut;
        lastTold = -1;
        await sleep(Math.min(1000 * 2 ** cuts, 30000));
      }
    }
    isRunning = false;
    if (isPaused) return;
    try {
      await finish();
    } catch {
      said.textContent = words.damaged;
      link.hidden = false;
    }
  };
  link.addEventListener('click', (event) => {
    event.preventDefault();
    if (isRunning) return;
    isPaused = false;
    box.hidden = false;
    button.hidden = false;
    button.textContent = words.pause;
    link.hidden = true;
    button.focus();
    lastTold = -1;
    show();
    run();
  });
  button.addEventListener('click', () => {
    isPaused = !isPaused;
    button.textContent = isPaused ? words.resume : words.pause;
    lastTold = -1;
    if (isPaused) {
      stop?.abort();
      said.textContent = words.paused;
    } else if (!isRunning) {
      run();
    } else {
      // The answer that was stopped has not ended yet
      const again = setInterval(() => {
        if (isRunning) return;
        clearInterval(again);
        if (!isPaused) run();
      }, 50);
    }
  });
  addEventListener('beforeunload', (event) => {
    if (isRunning) event.preventDefault();
  });
})();
`;
