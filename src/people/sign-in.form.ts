import { Secret, Text } from '../platform/web/fields.js';

export class SignInForm {
  /** E-mail, phone number or NIM. */
  @Text({ max: 190 }) identifier: string;
  @Secret() password: string;
  /** Key of the campus, asked for only where two campuses use the same NIM. */
  @Text({ max: 60, optional: true }) campus: string;
  @Text({ max: 500, optional: true }) next: string;
}

export class PasswordForm {
  @Secret() current: string;
  @Secret() password: string;
}

export class DeviceForm {
  @Text({ max: 64, pattern: /^[0-9a-f]{64}$/ }) device: string;
}
