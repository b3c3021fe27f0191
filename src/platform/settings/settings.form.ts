import { Flag, Text, Whole } from '../web/fields.js';
import { Form } from '../web/form.js';
import type { Settings } from './settings.js';

const LINES = 4;

export class SettingsForm {
  @Text({ max: 120 }) organiserName: string;
  @Text({
    max: 400,
    pattern: new RegExp(`^[^\\n]{1,100}(\\n[^\\n]{1,100}){0,${LINES - 1}}$`),
    patternSays: 'settings.wrongLetterhead',
  })
  letterhead: string;
  @Text({ max: 60 }) certificatePlace: string;
  @Text({ max: 80 }) certificateNumberTemplate: string;
  @Text({ max: 200, optional: true }) legalBasis: string;
  @Whole({ min: 30, max: 60 }) minutesPerHour: number;
  @Flag() onePersonOffice: boolean;
  @Whole({ min: 0, max: 1440 }) undoMinutes: number;
  @Flag() lateAnswersCount: boolean;
}

export const settingsIn = ({ value }: Form<SettingsForm>): Settings => ({
  ...value,
  letterhead: value.letterhead.split('\n').map((line) => line.trim()),
});

export const formOf = (settings: Settings): Form<SettingsForm> =>
  Form.showing<SettingsForm>({ ...settings, letterhead: settings.letterhead.join('\n') });
