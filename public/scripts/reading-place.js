// Keeps the section of a lesson that one has come to, on this device, and offers it on the next visit. Where storage
// is forbidden, and for another version of the text, nothing is offered: the page needs none of it.
const article = document.querySelector('[data-place]');
const offer = document.querySelector('[data-resume]');
const headings = article ? [...article.querySelectorAll(':is(h2, h3, h4):not(.glossary *)')] : [];
const [name, version] = (article?.dataset.place ?? '').split(' ');

for (const [index, heading] of headings.entries()) {
  heading.id = `bagian-${index + 1}`;
  heading.tabIndex = -1;
}

/** Some browsers forbid it, and throw at the mere name. */
function storage() {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** The heading that was left, of the same version of the text. */
function left() {
  const [of, id] = (storage()?.getItem(name) ?? '').split(' ');
  return of === version ? headings.find((heading) => heading.id === id) : undefined;
}

function keep(id) {
  try {
    if (id) storage()?.setItem(name, `${version} ${id}`);
    else storage()?.removeItem(name);
  } catch {
    // A full storage keeps nothing: the reader looks for the section as on paper.
  }
}

/** The section that begins last above the lower two thirds of the window. At the end there is nothing to go on with. */
function noteWhere() {
  const heading = headings.findLast((one) => one.getBoundingClientRect().top < window.innerHeight / 3);
  const isRead = article.getBoundingClientRect().bottom <= window.innerHeight || heading === headings.at(-1);
  if (heading) keep(isRead ? '' : heading.id);
}

const place = left();
if (place && !location.hash) {
  const link = offer.querySelector('a');
  link.href = `#${place.id}`;
  link.append(` “${place.textContent.trim()}”`);
  offer.hidden = false;
}

let waiting;
window.addEventListener(
  'scroll',
  () => {
    clearTimeout(waiting);
    waiting = setTimeout(noteWhere, 300);
  },
  { passive: true },
);
