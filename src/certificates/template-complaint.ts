import type { Message } from '../platform/access/refusals.js';
import { type TemplateFault, templateFaults } from './certificate-number.js';

/** The first thing that is wrong with a number template, in words; null where it will do. */
export function templateComplaint(template: string): Message | null {
  const [fault] = templateFaults(template);
  return fault ? faultMessage(fault) : null;
}

export function faultMessage(fault: TemplateFault): Message {
  const placeholder = fault.kind === 'unknownPlaceholder' ? fault.placeholder : '';
  return { key: `certificates.templateFaults.${fault.kind}`, values: { placeholder } };
}
