// The desk with the keyboard: J and K walk, 1 to 4 give the focused criterion its level, Ctrl Enter publishes, ? tells.
const desk = document.getElementById('desk');
const criteria = [...desk.querySelectorAll('.criterion')];
const number = new Intl.NumberFormat(document.documentElement.lang, { minimumFractionDigits: 2 });

/** The same sum as the server's, which decides; shown only when every criterion has its level. */
function reckon() {
  const chosen = criteria.map((criterion) => criterion.querySelector('input:checked'));
  if (chosen.some((input) => input === null)) return;
  const weighed = chosen.reduce(
    (sum, input, index) => sum + Number(input.dataset.score) * Number(criteria[index].dataset.weight),
    0,
  );
  const score = Math.max(0, Math.floor((weighed + 5000) / 10_000) - Number(desk.dataset.penalty));
  document.getElementById('score').textContent = number.format(score / 100);
}

function giveLevel(level) {
  const focused = criteria.find((criterion) => criterion.contains(document.activeElement));
  const criterion = focused ?? criteria.find((one) => !one.querySelector('input:checked')) ?? criteria[0];
  criterion.querySelector(`input[value="${level}"]`).checked = true;
  reckon();
  const next = criteria[criteria.indexOf(criterion) + 1];
  (next?.querySelector('input:checked, input') ?? desk.elements.feedback).focus();
}

desk.addEventListener('change', reckon);
addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && event.ctrlKey) {
    event.preventDefault();
    document.getElementById('publish')?.click();
    return;
  }
  const isTyping = event.target.matches('textarea, select, input:not([type=radio])');
  if (isTyping || event.ctrlKey || event.altKey || event.metaKey) return;
  if (/^[1-4]$/.test(event.key)) giveLevel(event.key);
  else if (event.key.toLowerCase() === 'j') document.getElementById('next')?.click();
  else if (event.key.toLowerCase() === 'k') document.getElementById('previous')?.click();
  else if (event.key === '?') document.getElementById('keys').open = true;
  else return;
  event.preventDefault();
});
