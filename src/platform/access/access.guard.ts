import { CanActivate, ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { visitOf } from '../web/visit.js';
import { ACCESS, type Access, BEFORE_NEW_PASSWORD } from './access.js';
import { hasRole } from './actor.js';
import { Forbidden, NewPasswordNeeded, SignInNeeded } from './refusals.js';

/** Reads what each handler declares; one that declares nothing is refused to all. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const access = this.declared<Access>(context, ACCESS);
    const { actor } = visitOf(context.switchToHttp().getRequest<Request>());
    if (access === undefined) throw new Forbidden('the handler names no role');
    if (actor?.mustChangePassword && !this.declared<boolean>(context, BEFORE_NEW_PASSWORD))
      throw new NewPasswordNeeded('a temporary password');
    if (access === 'public') return true;
    if (!actor) throw new SignInNeeded();
    if (access === 'signed-in' || hasRole(actor, ...access)) return true;
    throw new Forbidden('none of the roles');
  }

  private declared<T>(context: ExecutionContext, name: string): T | undefined {
    return this.reflector.getAllAndOverride<T | undefined>(name, [context.getHandler(), context.getClass()]);
  }
}
