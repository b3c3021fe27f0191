import { CallHandler, ExecutionContext, Injectable, NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { mergeMap, type Observable } from 'rxjs';
import { Page, SeeOther } from './answers.js';
import { Cookies } from './cookies.js';
import { leaveFlash } from './flash.js';
import { Renderer } from './renderer.js';

/** Turns what a handler returns into a response: a page is rendered, an elsewhere becomes a 303, the rest passes. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  constructor(
    private readonly renderer: Renderer,
    private readonly cookies: Cookies,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(mergeMap((answer) => this.answer(request, response, answer)));
  }

  private async answer(request: Request, response: Response, answer: unknown): Promise<unknown> {
    if (answer instanceof Page) return await this.renderer.render(request, response, answer);
    if (!(answer instanceof SeeOther)) return answer;
    if (answer.flash) leaveFlash(this.cookies, response, answer.flash);
    response.status(303).location(answer.to).type('text');
    return answer.to;
  }
}
