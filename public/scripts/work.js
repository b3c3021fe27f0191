// The work page: keeps the text as one writes, sends files at once with a bar, copies receipts. All works without it.
const form = document.getElementById('work');
if (form) sendWhole(form, keepText(form), sendFiles(form));
for (const button of document.querySelectorAll('[data-copy]')) offerCopy(button);

/** Whichever button is pressed: the form goes once files and text that are still under way have arrived. */
function sendWhole(form, text, files) {
  const note = document.getElementById('work-waiting');
  let isWhole = false;
  let isWaiting = false;
  form.addEventListener('submit', async (event) => {
    if (isWhole) return;
    event.preventDefault();
    if (isWaiting) return;
    isWaiting = true;
    note.textContent = form.dataset.waiting;
    const isSafe = (await files.arrived()) && (await text.kept());
    await new Promise((resolve) => setTimeout(resolve)); // a form may not be sent while its event is on the way
    isWaiting = false;
    note.textContent = isSafe ? '' : form.dataset.notSent;
    const { submitter } = event;
    if (!isSafe || submitter?.isConnected === false) return; // the button went with the old list of files
    text.leave();
    isWhole = true;
    form.requestSubmit(submitter);
    isWhole = false;
  });
}

/** Saves a moment after the last key, one save at a time; a text that another member wrote meanwhile stops it. */
function keepText(form) {
  const { text, seq, _csrf } = form.elements;
  const { dataset: says } = form;
  const note = form.querySelector('.saved-note');
  let saved = text.defaultValue;
  let timer = 0;
  let turn = Promise.resolve();
  let isStopped = false;
  let isLeaving = false;

  const later = (wait) => {
    clearTimeout(timer);
    if (!isStopped) timer = setTimeout(save, wait);
  };
  const tell = (words) => (note.textContent = words);
  text.addEventListener('input', () => {
    tell(says.unsaved);
    later(1500);
  });
  addEventListener('online', () => later(0));
  addEventListener('beforeunload', (event) => {
    if (!isStopped && !isLeaving && text.value !== saved) event.preventDefault();
  });
  // A page that comes back from the browser's memory is written on.
  addEventListener('pageshow', () => {
    isLeaving = false;
    later(0);
  });

  const save = () => (turn = turn.then(saveNow));

  async function saveNow() {
    if (isStopped || text.value === saved) return;
    tell(says.saving);
    try {
      await send(text.value);
    } catch {
      tell(says.notSaved);
      later(5000);
    }
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
    isStopped = true;
    tell(told.current ? says.stale : told.message);
  }

  return {
    /** Whether the text is with the server; what the server has refused, it is to say on a page. */
    async kept() {
      clearTimeout(timer);
      await save();
      return isStopped || text.value === saved;
    },
    leave() {
      clearTimeout(timer);
      isLeaving = true;
    },
  };
}

/** Sends files as soon as they are chosen, one choice after the other, and shows the list as it then is. */
function sendFiles(form) {
  const underWay = new Set();
  let turn = Promise.resolve();
  listen();

  function listen() {
    const input = form.elements['add-files'];
    input?.addEventListener('change', () => {
      const files = [...input.files];
      if (files.length === 0) return;
      if (files.some(({ size }) => size > Number(form.dataset.maxBytes))) return tell(form.dataset.tooLarge);
      const sending = (turn = turn.then(() => post(files)));
      underWay.add(sending);
      void sending.then(() => underWay.delete(sending));
    });
  }

  /** Whether they were taken. */
  function post(files) {
    const body = new FormData();
    body.append('_csrf', form.elements._csrf.value);
    for (const file of files) body.append('files', file);
    const bar = document.createElement('progress');
    bar.className = 'meter';
    bar.setAttribute('aria-label', form.dataset.sending);
    form.elements['add-files'].after(bar);
    const request = new XMLHttpRequest();
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      bar.max = total;
      bar.value = loaded;
    });
    request.open('POST', `${form.dataset.address}/files`);
    request.setRequestHeader('Accept', 'text/html');
    request.responseType = 'document';
    return new Promise((resolve) => {
      request.addEventListener('loadend', () => {
        bar.remove();
        resolve(show(request.response));
      });
      request.send(body);
    });
  }

  function show(page) {
    const fresh = page?.getElementById('files');
    if (!fresh) return tell(form.dataset.sendFailed);
    document.getElementById('files').replaceWith(document.adoptNode(fresh));
    listen();
    form.elements['add-files'].focus();
    return document.getElementById('files-error') === null;
  }

  function tell(words) {
    document.getElementById('files-trouble').textContent = words;
    form.elements['add-files'].value = '';
    return false;
  }

  return {
    async arrived() {
      while (underWay.size > 0) if ((await Promise.all(underWay)).includes(false)) return false;
      return true;
    },
  };
}

function offerCopy(button) {
  if (!navigator.clipboard) return;
  button.hidden = false;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
    button.textContent = button.dataset.done;
  });
}
