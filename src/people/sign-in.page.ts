import type { Form } from '../platform/web/form.js';
import type { SignInForm } from './sign-in.form.js';

/** The sign-in page; campuses are asked for only where the NIM alone does not say who it is. */
export const signInPage = (
  form: Form<SignInForm>,
  campuses: { key: string; name: string }[],
  demo: boolean,
) => ({
  title: 'people.signIn',
  form,
  demoAccounts: demo,
  wrong: form.errors['password']?.key === 'people.wrongPassword',
  campuses: campuses.map(({ key, name }) => ({ value: key, text: name })),
  hideSignIn: true,
});
