// The register with the keyboard: arrows move between learners, H T I S A fill in, and the page warns before
// unsaved marks are left behind.
const form = document.querySelector('#register');
const rows = [...(form?.querySelectorAll('[role=radiogroup]') ?? [])];
let isChanged = false;

function focusOn(row) {
  const group = rows[row];
  (group?.querySelector('input:checked') ?? group?.querySelector('input'))?.focus();
}

function choose(row, letter) {
  const input = rows[row]?.querySelector(`input[value="${letter}"]`);
  if (!input || input.disabled) return;
  input.checked = true;
  isChanged = true;
  focusOn(row + 1);
}

form?.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const row = rows.indexOf(event.target.closest('[role=radiogroup]'));
  if (row < 0) return;
  const letter = event.key.toUpperCase();
  if (letter.length === 1 && 'HTISA'.includes(letter)) choose(row, letter);
  else if (event.key === 'ArrowDown') focusOn(row + 1);
  else if (event.key === 'ArrowUp') focusOn(row - 1);
  else return;
  event.preventDefault();
});
form?.addEventListener('change', () => {
  isChanged = true;
});
form?.addEventListener('submit', () => {
  isChanged = false;
});
window.addEventListener('beforeunload', (event) => {
  if (isChanged) event.preventDefault();
});
