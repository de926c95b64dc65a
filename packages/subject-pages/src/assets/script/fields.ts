/**
 * Codes are taken however they are pasted, what was typed is looked at before it is sent, and what is to be kept can be copied. Nothing
 * that was typed is ever taken away.
 */
export const FIELDS = `(() => {
  const hidden = /[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff]/;

  // A code out of whatever was pasted: a whole message too. Letters that look like digits are left for the service.
  for (const field of document.querySelectorAll('input[inputmode=numeric]')) {
    field.addEventListener('paste', (event) => {
      const pasted = (event.clipboardData?.getData('text') ?? '').normalize('NFKC').replace(/\\p{Cf}/gu, '');
      const [, first, second] = /(?<!\\d)(\\d{4})[\\s-]?(\\d{4})(?!\\d)/.exec(pasted) ?? [];
      if (!first) return;
      event.preventDefault();
      field.value = first + ' ' + second;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
  }

  // What is wrong with a field, said beside it as the service says it.
  const tell = (field, text) => {
    const frame = field.closest('.field');
    const id = field.id + '-fault';
    let told = document.getElementById(id);
    frame.classList.toggle('faulty', Boolean(text));
    const others = (field.getAttribute('aria-describedby') ?? '').split(' ').filter((each) => each && each !== id);
    if (!text) {
      told?.remove();
      field.removeAttribute('aria-invalid');
    } else {
      if (!told) {
        told = document.createElement('p');
        told.className = 'fault';
        told.id = id;
        field.before(told);
      }
      told.textContent = text;
      field.setAttribute('aria-invalid', 'true');
      others.push(id);
    }
    if (others.length) field.setAttribute('aria-describedby', others.join(' '));
    else field.removeAttribute('aria-describedby');
  };

  const form = document.querySelector('form[data-bits]');
  if (form) {
    const words = form.dataset;
    const faultOf = (field) => {
      const text = field.value.trim();
      if (text === '') return '';
      if (hidden.test(text)) return words.hidden;
      if (text.length > (field.tagName === 'TEXTAREA' ? 5000 : 400)) return words.long;
      return field.type === 'email' && !/^[^\\s@]+@[^\\s@]+$/.test(text) ? words.email : '';
    };
    const fields = [...form.querySelectorAll('.field input, .field textarea')];
    for (const field of fields) {
      // When somebody is done with it, and at once where it was wrong before and is mended. Not under a finger that is pressing something.
      field.addEventListener('change', () => setTimeout(() => tell(field, faultOf(field)), 400));
      field.addEventListener('input', () => {
        if (field.getAttribute('aria-invalid') && faultOf(field) === '') tell(field, '');
      });
    }
    form.addEventListener('submit', (event) => {
      const named = (name) => form.elements[name]?.value.trim();
      const isSearchable = ['email', 'phone', 'otherEmails', 'otherPhones', 'customerNumber'].some(named);
      if (!isSearchable && form.elements.email) tell(form.elements.email, words.nothing);
      for (const field of fields) {
        const fault = faultOf(field);
        if (fault) tell(field, fault);
      }
      const first = fields.find((field) => (field === form.elements.email && !isSearchable) || faultOf(field));
      if (!first) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const around = first.closest('details');
      if (around) around.open = true;
      first.focus();
    });
  }

  // Without a connection a form waits here, with everything in it, and not on a page of the browser's own.
  for (const each of document.querySelectorAll('form[method=post]')) {
    each.addEventListener('submit', (event) => {
      const notice = document.getElementById('offline');
      if (!notice) return;
      notice.hidden = navigator.onLine;
      if (navigator.onLine) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      notice.focus();
    });
  }

  // What is to be kept can be copied.
  for (const text of document.querySelectorAll('[data-copy]')) {
    if (!navigator.clipboard) break;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button plain copy';
    button.textContent = text.dataset.copy;
    const said = document.createElement('span');
    said.className = 'unseen';
    said.setAttribute('role', 'status');
    button.addEventListener('click', () => {
      navigator.clipboard.writeText(text.textContent.trim()).then(() => {
        button.textContent = text.dataset.copied;
        said.textContent = text.dataset.copied;
      }, () => button.remove());
    });
    (text.closest('p') ?? text).after(button, said);
  }
})();
`;
