import { create, type ExpressHandlebars } from 'express-handlebars';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Assets } from './assets.js';
import { helpers } from './helpers/helpers.js';

/** Sets the view engine: Handlebars under `views/`, partials by path, one layout named `main`. */
export function useViews(app: NestExpressApplication, root: string, assets: Assets, cache: boolean): void {
  const engine: ExpressHandlebars = create({
    extname: '.hbs',
    layoutsDir: join(root, 'views', 'layouts'),
    partialsDir: join(root, 'views'),
    defaultLayout: 'main',
    helpers: helpers(assets),
  });
  app.engine('hbs', engine.engine);
  app.setViewEngine('hbs');
  app.setBaseViewsDir(join(root, 'views'));
  if (cache) app.getHttpAdapter().getInstance().enable('view cache');
  else app.getHttpAdapter().getInstance().disable('view cache');
}
