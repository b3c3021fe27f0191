import type { Actor } from '../platform/access/actor.js';
import type { Words } from '../platform/i18n/words.js';
import type { Form } from '../platform/web/form.js';
import type { Profile } from './people.service.js';
import type { Device } from './sign-ins.service.js';

export const accountPage = (
  actor: Actor,
  profile: Profile,
  devices: readonly Device[],
  words: Words,
  form: Form<object>,
) => ({
  title: 'people.account',
  form,
  name: profile.fullName,
  rows: [
    { label: words.t('people.email'), value: profile.email },
    { label: words.t('people.phone'), value: profile.phone },
    { label: words.t('people.nim'), value: profile.nim },
    { label: words.t('people.campus'), value: profile.campus },
    { label: words.t('people.studyProgramme'), value: profile.studyProgramme },
  ].filter(({ value }) => value !== ''),
  roles: [...new Set(actor.grants.map(({ role }) => words.t(`people.roles.${role}`)))].join(', '),
  devices: devices.map((device) => ({
    id: device.tokenHash,
    label: device.device,
    isThis: device.tokenHash === actor.signIn,
    lastSeen: words.instant(device.lastSeenAt),
  })),
});

export const newPasswordPage = (form: Form<object>) => ({ title: 'people.temporary.title', form });
