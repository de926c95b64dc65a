/** Takes a link's secret out of the address, and works out what keeps robots out. */
export const ROBOTS_AND_LINKS = `(() => {
  const find = (selector) => document.querySelector(selector);

  // A link's secret: from the address into the form, and out of the history. It stays at hand for a second try.
  const field = find('[data-secret] input');
  const takeSecret = () => {
    const secret = location.hash.slice(1);
    if (!field || !/^[\\w-]{43}$/.test(secret)) return;
    field.value = secret;
    field.closest('[data-secret]').hidden = true;
    field.form.action = field.form.getAttribute('action').split('#')[0] + '#' + secret;
    for (const other of document.querySelectorAll('a[hreflang]')) other.hash = secret;
    history.replaceState(null, '', location.pathname + location.search);
  };
  takeSecret();
  addEventListener('hashchange', takeSecret);

  // What keeps robots out: the first number that gives a hash with enough zero bits. Begun with the first touch of the form.
  const form = find('form[data-bits]');
  if (!form || !window.crypto?.subtle) return;
  const { challenge, answer } = form.elements;
  const bits = Number(form.dataset.bits);
  const isEnough = async (number) => {
    const text = new TextEncoder().encode(challenge.value + ':' + number);
    return Math.clz32(new DataView(await crypto.subtle.digest('SHA-256', text)).getUint32(0)) >= bits;
  };
  const work = async () => {
    let number = 0;
    while (!(await isEnough(number))) number += 1;
    answer.value = number;
  };
  let working;
  const begin = () => (working ??= work());
  form.addEventListener('focusin', begin, { once: true });
  let isSending = false;
  form.addEventListener('submit', (event) => {
    if (answer.value) return;
    event.preventDefault();
    if (isSending) return;
    isSending = true;
    find('.working').textContent = form.dataset.working;
    // Without an answer it is the slower way, which is a way too.
    begin().finally(() => form.submit());
  });
})();
`;
