import { createParamDecorator, ExecutionContext, Param, type PipeTransform } from '@nestjs/common';
import type { Request } from 'express';
import type { Actor } from '../access/actor.js';
import { Missing, SignInNeeded } from '../access/refusals.js';
import type { Words } from '../i18n/words.js';
import { Form, type FormClass } from './form.js';
import { visitOf } from './visit.js';

const requestOf = (context: ExecutionContext): Request => context.switchToHttp().getRequest<Request>();

/** The person who asks. Only on handlers that are not public. */
export const Asking = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = visitOf(requestOf(context));
  if (!actor) throw new SignInNeeded();
  return actor;
});

/** The person who asks, or null for a guest. */
export const AskingOrGuest = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor | null => visitOf(requestOf(context)).actor,
);

/** The words of the language of this visit. */
export const InWords = createParamDecorator(
  (_: unknown, context: ExecutionContext): Words => visitOf(requestOf(context)).words,
);

/** The body as one form class sees it: `@Filled(SignInForm) form: Form<SignInForm>`. */
export const Filled = createParamDecorator(
  (type: FormClass<object>, context: ExecutionContext): Form<object> =>
    Form.read(type, requestOf(context).body),
);

/** The query string as one form class sees it; what is wrong falls back to the class's defaults. */
export const Asked = createParamDecorator((type: FormClass<object>, context: ExecutionContext): object =>
  Form.readLenient(type, requestOf(context).query),
);

/** A record's id in the path; anything but a positive whole number is a page that does not exist. */
export const Id = (name = 'id'): ParameterDecorator => Param(name, IdPipe);

class IdPipe implements PipeTransform<string, number> {
  transform(text: string): number {
    if (!/^[1-9]\d{0,9}$/.test(text)) throw new Missing('page');
    return Number(text);
  }
}
