import { Outbox } from './outbox.js';
import { Sender } from './sender.js';

/*
 * Makes an attempt better where scripts run: each change is saved at once, kept on this phone while the network is
 * away, and the other questions can be read without it. The server decides everything; this only shows and sends.
 */
const frame = document.getElementById('attempt');
const say = frame.dataset;
const attempt = Number(say.attempt);
const questions = document.getElementById('questions');
const title = document.getElementById('title');
const outbox = new Outbox(say.person, attempt);
const sender = new Sender(outbox, attempt, told);

/* Time, by the server's clock. `performance.now()` stands still while a phone sleeps; then the wall clock helps. */
const deadline = say.remaining ? Number(say.now) + Number(say.remaining) : null;
const [navigation] = performance.getEntriesByType('navigation');
let offset = Number(say.now) - (navigation?.responseStart || performance.now());
let hiddenAt = null;
const now = () => Math.round(offset + performance.now());
document.addEventListener('visibilitychange', () => {
  if (document.hidden) hiddenAt = { wall: Date.now(), steady: performance.now() };
  else if (hiddenAt)
    offset += Math.max(0, Date.now() - hiddenAt.wall - (performance.now() - hiddenAt.steady));
});

/* What the line at the bottom says. */
function show(tone, icon, text) {
  const line = document.getElementById('saved');
  line.className = `state ${tone}`;
  const use = line.querySelector('use');
  use.setAttribute('href', use.getAttribute('href').replace(/#.*/, `#${icon}`));
  line.querySelector('span').textContent = text;
}
const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');

/* The questions that this page holds, each in a section. */
const sections = () => [...(questions?.querySelectorAll('section') ?? [])];
const sectionOf = (number) => sections().find((section) => Number(section.dataset.number) === number);
const current = () => sections().find((section) => !section.hidden);
const formOf = (section) => section.querySelector('form[id^="answer-"]');
const fieldsOf = (section) => [...formOf(section).querySelectorAll('[name="answer"]')];

function answerIn(section) {
  const fields = fieldsOf(section);
  if (fields[0].type === 'checkbox')
    return fields.filter((field) => field.checked).map((field) => field.value);
  if (fields[0].type === 'radio') return fields.find((field) => field.checked)?.value ?? null;
  return fields[0].value;
}

function putAnswer(section, answer, flagged) {
  const chosen = [answer ?? []].flat();
  for (const field of fieldsOf(section)) {
    if (field.type === 'checkbox' || field.type === 'radio') field.checked = chosen.includes(field.value);
    else field.value = answer ?? '';
  }
  formOf(section).elements.flagged.checked = flagged;
  mark(section);
}

/** An answer in words, from the labels of the page. */
function inWords(section, answer) {
  const words = [answer ?? []].flat().map((value) => {
    const field = fieldsOf(section).find((each) => each.value === value && each.type !== 'text');
    return field?.closest('label')?.textContent.trim() ?? value;
  });
  return words.filter(Boolean).join(' · ') || say.noAnswer;
}

/* Saving. What is typed waits for a pause; its time is that of the last key. */
const typing = new Map();

/** Keeps what a section holds now, and sends it. */
function save(section, at = now()) {
  const number = Number(section.dataset.number);
  clearTimeout(typing.get(number)?.timer);
  typing.delete(number);
  const answer = answerIn(section);
  const flagged = formOf(section).elements.flagged.checked;
  section.querySelector('.notice')?.remove();
  outbox.add({ question: number, seq: Number(section.dataset.seq), answer, flagged, at });
  mark(section);
  show('wait', 'clock', outbox.isKept ? say.saving : say.unsaved);
  sender.flush();
}

function saveSoon(section) {
  const number = Number(section.dataset.number);
  clearTimeout(typing.get(number)?.timer);
  const at = now();
  typing.set(number, { at, timer: setTimeout(() => save(section, at), 1500) });
}

function saveTyped() {
  for (const [number, { at }] of typing) save(sectionOf(number), at);
}

function told(kind, entry, reply) {
  const section = sectionOf(entry.question);
  const error = section?.querySelector('[id^="error-"]');
  if (section && reply?.seq !== undefined) section.dataset.seq = reply.seq;
  if (error) error.textContent = kind === 'rejected' ? reply.message : '';
  if (reply?.remainingMs) offset = deadline - reply.remainingMs - performance.now();
  if (kind === 'saved') showSaved(reply);
  else if (kind === 'kept')
    show(
      outbox.isKept ? 'wait' : 'bad',
      outbox.isKept ? 'clock' : 'alert',
      outbox.isKept ? say.kept : say.unsaved,
    );
  else if (kind === 'too-late') show('wait', 'alert', say.tooLate);
  else if (kind === 'sign-in') askToSignIn();
  else show('bad', 'alert', say.unsaved);
  if (section && kind === 'saved') showReading(section, reply.reading);
  if (kind === 'conflict' && section) showConflict(section, entry, reply);
  if (isOver && outbox.unsent.length === 0) location.assign(`/attempts/${attempt}`);
}

function showSaved({ outcome, savedAt }) {
  if (outbox.unsent.length > 0) return show('wait', 'clock', say.saving);
  if (outcome === 'late-waits') return show('wait', 'clock', say.lateWaits);
  show('done', 'check', filled(outcome === 'late-counts' ? say.lateCounts : say.saved, { time: savedAt }));
}

/** How a number was understood. */
function showReading(section, reading) {
  const hint = section.querySelector('[id^="reading-"]');
  if (hint) hint.textContent = reading ?? '';
}

function askToSignIn() {
  show('bad', 'alert', say.unsaved);
  const link = element('a', say.signIn);
  link.href = `/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`;
  notice(link);
}

/* Two answers to one question: shown side by side; nothing is overwritten unless the person says so. */
function showConflict(section, mine, { answer, flagged }) {
  putAnswer(section, answer, flagged);
  section.querySelector('.notice')?.remove();
  const useMine = element('button', say.useRefused, 'button');
  const useTheirs = element('button', say.useStanding, 'button quiet');
  const buttons = element('p', '', 'row');
  buttons.append(useMine, useTheirs);
  const box = element('div', '', 'notice wait');
  box.setAttribute('role', 'alert');
  box.append(
    element('h2', say.conflict),
    element('p', say.conflictHelp),
    element('p', `${say.standing}: ${inWords(section, answer)}`),
    element('p', `${say.refused}: ${inWords(section, mine.answer)}`),
    buttons,
  );
  useMine.addEventListener('click', () => {
    putAnswer(section, mine.answer, mine.flagged);
    save(section);
  });
  useTheirs.addEventListener('click', () => {
    outbox.remove(mine.key);
    box.remove();
  });
  section.prepend(box);
}

function element(name, text, className = '') {
  const made = document.createElement(name);
  made.textContent = text;
  made.className = className;
  if (name === 'button') made.type = 'button';
  return made;
}

function notice(content) {
  const box = element('div', '', 'notice wait');
  box.setAttribute('role', 'alert');
  box.append(content);
  document.getElementById('notices').replaceChildren(box);
}

/* The navigator and the count of answers. */
function mark(section) {
  const number = Number(section.dataset.number);
  const isAnswered = [answerIn(section) ?? []].flat().some((value) => value.trim() !== '');
  const flagged = formOf(section).elements.flagged.checked;
  const step = document.querySelector(`#navigator button[value="${number}"]`);
  step.classList.toggle('answered', isAnswered);
  step.classList.toggle('flag', flagged);
  const states = [isAnswered ? say.isAnswered : say.isOpen, ...(flagged ? [say.isFlagged] : [])].join(', ');
  step.setAttribute('aria-label', filled(say.step, { number, states }));
  const steps = document.querySelectorAll('#navigator button');
  const answered = document.querySelectorAll('#navigator .answered').length;
  document.getElementById('answered').textContent = filled(say.answered, { answered, total: steps.length });
}

/* Going from question to question, also without a network. */
function open(number) {
  for (const section of sections()) section.hidden = Number(section.dataset.number) !== number;
  for (const step of document.querySelectorAll('#navigator button')) {
    if (Number(step.value) === number) step.setAttribute('aria-current', 'step');
    else step.removeAttribute('aria-current');
  }
  title.textContent = current().dataset.title;
}

async function go(to) {
  const number = to === 'next' ? Number(current().dataset.number) + 1 : Number(to);
  if (sectionOf(number)) {
    open(number);
    history.pushState(null, '', `?question=${number}`);
    title.focus();
    scrollTo(0, 0);
    return;
  }
  if (!(await sender.flush())) return notice(document.createTextNode(say.waitForNetwork));
  const isLast = to === 'review' || number > document.querySelectorAll('#navigator button').length;
  location.assign(isLast ? `/attempts/${attempt}/review` : `/attempts/${attempt}?question=${number}`);
}

async function fetchQuestions() {
  const response = await fetch(`/attempts/${attempt}/questions`, { headers: { Accept: 'text/html' } });
  if (!response.ok || response.redirected) return;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  for (const section of page.querySelectorAll('section[data-number]')) {
    if (sectionOf(Number(section.dataset.number))) continue;
    section.hidden = true;
    questions.append(section);
    restore(section);
  }
}

/** Shows what is still on its way from this phone instead of what the server had. */
function restore(section) {
  const entry = outbox.newest(Number(section.dataset.number));
  if (!entry) return;
  const standing = { answer: answerIn(section), flagged: formOf(section).elements.flagged.checked };
  if (entry.conflict) showConflict(section, entry, standing);
  else putAnswer(section, entry.answer, entry.flagged);
}

/* The clock. */
const separator = document.documentElement.lang === 'id' ? '.' : ':';
function clockText(ms) {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0'));
  const hours = Math.floor(seconds / 3600);
  return [...(hours > 0 ? [hours] : []), ...parts].join(separator);
}

let isOver = false;
let lastLeft = Infinity;
function tick() {
  const left = deadline - now();
  document.getElementById('remaining').textContent = clockText(left);
  const announcement = document.getElementById('announcement');
  if (left <= 300_000 && lastLeft > 300_000 && lastLeft < Infinity)
    announcement.textContent = say.fiveMinutes;
  if (left <= 60_000 && lastLeft > 60_000 && lastLeft < Infinity) announcement.textContent = say.oneMinute;
  lastLeft = left;
  if (left <= 5000) saveTyped();
  if (left <= 0 && !isOver) end();
}

/** The time is up: what was typed is sent, then the result is shown. Without a network both wait for it. */
async function end() {
  saveTyped();
  isOver = true;
  for (const section of sections()) for (const field of formOf(section).elements) field.disabled = true;
  if (await sender.flush()) location.assign(`/attempts/${attempt}`);
  else notice(document.createTextNode(say.timeUp));
}

if (questions) {
  questions.addEventListener('input', ({ target }) => {
    if (target.type === 'checkbox' || target.type === 'radio') save(target.closest('section'));
    else if (target.name === 'answer') saveSoon(target.closest('section'));
  });
  questions.addEventListener('change', ({ target }) => {
    if (typing.has(Number(target.closest('section').dataset.number))) saveTyped();
  });
  document.addEventListener('submit', (event) => {
    if (!event.target.id.startsWith('answer-')) return;
    event.preventDefault();
    saveTyped();
    go(event.submitter?.value ?? 'next');
  });
  addEventListener('popstate', () => {
    const number = Number(new URLSearchParams(location.search).get('question'));
    if (sectionOf(number)) open(number);
    else location.reload();
  });
  addEventListener('pagehide', saveTyped);
  restore(current());
  fetchQuestions().catch(() => addEventListener('online', () => fetchQuestions(), { once: true }));
}

document.getElementById('submission')?.addEventListener('submit', async (event) => {
  if (outbox.unsent.length === 0) return;
  event.preventDefault();
  if (await sender.flush()) event.target.submit();
  else notice(document.createTextNode(say.waitForNetwork));
});

if (outbox.unsent.length > 0) {
  show('wait', 'clock', say.kept);
  sender.flush();
}
if (deadline !== null) {
  tick();
  setInterval(tick, 1000);
}
