import type { Access } from '../../src/platform/access/access.js';

/**
 * Who may enter where: one row a route. A route that has no row here fails the tests, and so does a row whose
 * route answers otherwise.
 */
export const accessTable: Record<string, Access> = {
  'GET /': 'public',
  'POST /language': 'public',
  'GET /sign-in': 'public',
  'POST /sign-in': 'public',
  'POST /sign-out': 'signed-in',
  'GET /account': 'signed-in',
  'POST /account/password': 'signed-in',
  'POST /account/devices/end': 'signed-in',
  'GET /audit': ['admin'],
  'GET /settings': ['admin'],
  'POST /settings': ['admin'],
  'GET /jobs': ['admin'],
  'GET /jobs/:id': 'signed-in',
  'GET /jobs/:id/progress': 'signed-in',
  'POST /jobs/:id/retry': ['admin'],
  'GET /home': 'signed-in',
  'GET /course': ['student', 'instructor', 'staff', 'admin'],
  'GET /sessions/:id': ['student', 'instructor', 'staff', 'admin'],
  'GET /lessons/:id': ['student', 'instructor', 'staff', 'admin'],
  'POST /lessons/:id/opening': ['student'],
  'POST /lessons/:id/completion': ['student'],
  'GET /attendance': ['student'],
  'GET /meetings': ['instructor', 'staff', 'admin'],
  'GET /meetings/:id/attendance': ['instructor', 'staff', 'admin'],
  'POST /meetings/:id/attendance': ['instructor', 'staff', 'admin'],
  'GET /progress': ['student'],
  'GET /cohorts/:id/scores': ['staff', 'admin'],
  'POST /cohorts/:id/scores': ['staff', 'admin'],
  'GET /quizzes/:id': ['student'],
  'POST /quizzes/:id/attempts': ['student'],
  'GET /attempts/:id': ['student'],
  'GET /attempts/:id/questions': ['student'],
  'GET /attempts/:id/review': ['student'],
  'POST /attempts/:id/answers': ['student'],
  'POST /attempts/:id/submission': ['student'],
};
