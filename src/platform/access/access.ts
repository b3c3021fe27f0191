import { applyDecorators, SetMetadata } from '@nestjs/common';
import type { Role } from './actor.js';

/** Who may enter a handler. A handler that says nothing is closed to everyone. */
export type Access = 'public' | 'signed-in' | readonly Role[];

export const ACCESS = 'access';
export const BEFORE_NEW_PASSWORD = 'before-new-password';

/** Anyone, signed in or not. */
export const Public = () => SetMetadata(ACCESS, 'public' satisfies Access);

/** Anyone who is signed in, whatever the roles. */
export const SignedIn = () => SetMetadata(ACCESS, 'signed-in' satisfies Access);

/** Whoever holds one of these roles; what they may see of it is decided where records are loaded. */
export const Roles = (...allowed: [Role, ...Role[]]) => applyDecorators(SetMetadata(ACCESS, allowed));

/** Open also to who has to choose a new password first, as no other handler is, not even a public one. */
export const BeforeNewPassword = () => SetMetadata(BEFORE_NEW_PASSWORD, true);
