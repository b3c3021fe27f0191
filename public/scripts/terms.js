// Shows what a word of the glossary means beside the word. Without this the word leads to the list below the lesson.
const GAP = 8;
const box = document.createElement('p');
let word = null;

/** Below the word, or above it where there is no room; never beyond the sides of the window. */
function place() {
  const at = word.getBoundingClientRect();
  const isLow = at.bottom + GAP + box.offsetHeight > window.innerHeight;
  const top = isLow ? at.top - GAP - box.offsetHeight : at.bottom + GAP;
  const left = Math.min(at.left, document.documentElement.clientWidth - box.offsetWidth - GAP);
  box.style.top = `${window.scrollY + top}px`;
  box.style.left = `${Math.max(left, GAP)}px`;
}

if ('popover' in box) {
  box.popover = 'auto';
  box.id = 'meaning';
  box.className = 'meaning';
  box.setAttribute('role', 'status');
  box.addEventListener('toggle', ({ newState }) => {
    if (newState === 'closed') word?.removeAttribute('aria-describedby');
  });
  document.querySelector('.prose')?.append(box);
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a.term');
    const meaning = link && document.getElementById(link.hash.slice(1))?.querySelector('[data-meaning]');
    if (!meaning) return;
    event.preventDefault();
    word = link;
    word.setAttribute('aria-describedby', box.id);
    box.textContent = meaning.textContent;
    box.showPopover();
    place();
  });
}
