// The editor of a lesson: shows the text as it will look while one writes, and takes pictures that are pasted.
const form = document.getElementById('lesson');
if (form) {
  showWhileWriting(form);
  takePasted(form);
}

function showWhileWriting(form) {
  const { markdown } = form.elements;
  let timer = 0;
  let turn = 0;
  markdown.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(show, 600);
  });

  async function show() {
    const mine = (turn += 1);
    const answer = await fetch(form.dataset.preview, {
      method: 'POST',
      headers: { Accept: 'application/json', 'X-CSRF-Token': form.elements._csrf.value },
      body: new URLSearchParams({ markdown: markdown.value, _csrf: form.elements._csrf.value }),
    }).catch(() => null);
    if (!answer?.ok || mine !== turn) return;
    const { html, size, problems } = await answer.json();
    document.getElementById('shown').innerHTML = html; // sanitised by the server, as when it is published
    document.getElementById('size').textContent = size;
    const items = problems.map((text) => Object.assign(document.createElement('li'), { textContent: text }));
    document.getElementById('problems').replaceChildren(...items);
  }
}

function takePasted(form) {
  const { markdown } = form.elements;
  const told = document.getElementById('told');
  markdown.addEventListener('paste', (event) => {
    const picture = [...(event.clipboardData?.files ?? [])].find(({ type }) => type.startsWith('image/'));
    if (!picture) return;
    event.preventDefault();
    void send(picture);
  });

  async function send(picture) {
    told.textContent = form.dataset.sending;
    const body = new FormData();
    body.append('_csrf', form.elements._csrf.value);
    body.append('picture', picture);
    const headers = { Accept: 'application/json' };
    try {
      const answer = await fetch(form.dataset.pictures, { method: 'POST', headers, body });
      const reply = await answer.json();
      told.textContent = answer.ok ? '' : reply.message;
      if (!answer.ok) return;
      markdown.setRangeText(reply.markdown, markdown.selectionStart, markdown.selectionEnd, 'end');
      markdown.dispatchEvent(new Event('input', { bubbles: true }));
    } catch {
      told.textContent = form.dataset.failed;
    }
  }
}
