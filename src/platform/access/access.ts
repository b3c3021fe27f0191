import { applyDecorators, SetMetadata } from '@nestjs/common';
import type { Role } from './actor.js';

/** Who may enter a handler. A handler that says nothing is closed to everyone. */
export type Access = 'public' | 'signed-in' | readonly Role[];

export const ACCESS = 'access';

/** Anyone, signed in or not. */
export const Public = () => SetMetadata(ACCESS, 'public' satisfies Access);

/** Anyone who is signed in, whatever the roles. */
export const SignedIn = () => SetMetadata(ACCESS, 'signed-in' satisfies Access);

/** Whoever holds one of these roles; what they may see of it is decided where records are loaded. */
export const Roles = (...allowed: [Role, ...Role[]]) => applyDecorators(SetMetadata(ACCESS, allowed));
