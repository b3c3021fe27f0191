// The work page: keeps the text as one writes, sends files at once with a bar, copies receipts. All works without it.
const form = document.getElementById('work');
if (form) {
  keepText(form);
  sendFiles(form);
}
for (const button of document.querySelectorAll('[data-copy]')) offerCopy(button);

/** Saves a moment after the last key, one save at a time; a text that another member wrote meanwhile stops it. */
function keepText(form) {
  const { text, seq, _csrf } = form.elements;
  const { dataset: says } = form;
  const note = form.querySelector('.saved-note');
  let saved = text.defaultValue;
  let timer = 0;
  let busy = false;
  let stopped = false;

  const later = (wait) => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(save, wait);
  };
  const tell = (words) => (note.textContent = words);
  text.addEventListener('input', () => {
    tell(says.unsaved);
    later(1500);
  });
  addEventListener('online', () => later(0));
  addEventListener('beforeunload', (event) => {
    if (!stopped && text.value !== saved) event.preventDefault();
  });
  form.addEventListener('submit', () => {
    clearTimeout(timer);
    stopped = true;
  });

  async function save() {
    if (busy || text.value === saved) return;
    busy = true;
    tell(says.saving);
    try {
      await send(text.value);
    } catch {
      tell(says.notSaved);
      later(5000);
    }
    busy = false;
  }

  async function send(sent) {
    const answer = await fetch(`${says.address}/text`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/json',
        'X-CSRF-Token': _csrf.value,
      },
      body: JSON.stringify({ text: sent, seq: seq.value }),
    });
    if (answer.status >= 500) throw new Error('not now');
    const told = await answer.json();
    if (answer.ok) {
      saved = sent;
      seq.value = told.seq;
      tell(told.saved);
      if (text.value !== saved) later(1500);
      return;
    }
    stopped = true;
    tell(told.current ? says.stale : told.message);
  }
}

/** Sends files as soon as they are chosen, and shows what became of them in the place of the list. */
function sendFiles(form) {
  const input = form.elements['add-files'];
  if (!input) return;
  input.addEventListener('change', () => {
    const files = [...input.files];
    if (files.length === 0) return;
    if (files.some(({ size }) => size > Number(form.dataset.maxBytes))) return tell(form.dataset.tooLarge);
    post(files);
  });

  function post(files) {
    const body = new FormData();
    body.append('_csrf', form.elements._csrf.value);
    for (const file of files) body.append('files', file);
    const bar = document.createElement('progress');
    bar.className = 'meter';
    bar.setAttribute('aria-label', form.dataset.sending);
    input.after(bar);
    const request = new XMLHttpRequest();
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      bar.max = total;
      bar.value = loaded;
    });
    request.addEventListener('loadend', () => {
      bar.remove();
      show(request.response);
    });
    request.open('POST', `${form.dataset.address}/files`);
    request.setRequestHeader('Accept', 'text/html');
    request.responseType = 'document';
    request.send(body);
  }

  function show(page) {
    const fresh = page?.getElementById('files');
    if (!fresh) return tell(form.dataset.sendFailed);
    document.getElementById('files').replaceWith(document.adoptNode(fresh));
    sendFiles(form);
    form.elements['add-files'].focus();
  }

  function tell(words) {
    const place = document.getElementById('files-trouble');
    place.textContent = words;
    input.value = '';
  }
}

function offerCopy(button) {
  if (!navigator.clipboard) return;
  button.hidden = false;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
    button.textContent = button.dataset.done;
  });
}
