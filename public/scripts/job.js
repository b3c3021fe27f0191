// The progress page of a job: asks how far it is, instead of loading the whole page again.
const job = document.querySelector('#job');
const text = document.querySelector('#job-text');
const meter = document.querySelector('#job-meter');

function show({ text: sentence, done, total, moves, result }) {
  if (text.textContent !== sentence) text.textContent = sentence;
  if (total > 0) {
    meter.max = total;
    meter.value = done;
  } else meter.removeAttribute('value');
  document.querySelector('#job-leave').hidden = moves === false;
  const link = document.querySelector('#job-result');
  link.hidden = result === null;
  if (result !== null) link.querySelector('a').href = result;
}

async function ask() {
  try {
    const answer = await fetch(job.dataset.address, { headers: { Accept: 'application/json' } });
    if (answer.status === 404 || answer.status === 401) return location.reload();
    if (answer.ok) {
      const progress = await answer.json();
      show(progress);
      if (!progress.moves) return;
    }
  } catch {
    // no connection: the next time
  }
  setTimeout(ask, document.hidden ? 10_000 : 1_000);
}

if (!document.querySelector('#job-leave').hidden) {
  addEventListener('load', () => {
    window.stop(); // the reloading that pages without scripts live on; where it goes on, nothing is lost
    void ask();
  });
}
