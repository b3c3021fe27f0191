// Tells the server once that the lesson was opened, and offers printing. The page needs neither.
const article = document.querySelector('[data-opening]');
const token = document.querySelector('meta[name="csrf-token"]');
if (article && token) {
  void fetch(article.dataset.opening, {
    method: 'POST',
    headers: { Accept: 'application/json', 'X-CSRF-Token': token.content },
    keepalive: true,
  }).catch(() => {});
}

const button = document.querySelector('[data-print]');
if (button) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
