import { type INestApplication, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';

export interface Route {
  method: 'GET' | 'POST';
  path: string;
}

/** Every route of the product, read from its controllers. */
export function routesOf(app: INestApplication): Route[] {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [
    ...module.controllers.values(),
  ]);
  return controllers.flatMap(({ metatype }) => {
    const prototype = (metatype as { prototype: object }).prototype;
    const prefix = String(Reflect.getMetadata(PATH_METADATA, metatype as object) ?? '');
    return new MetadataScanner()
      .getAllMethodNames(prototype)
      .flatMap((name) => routesAt(prefix, prototype, name));
  });
}

function routesAt(prefix: string, prototype: object, name: string): Route[] {
  const handler: unknown = Reflect.get(prototype, name);
  const path: unknown =
    typeof handler === 'function' ? Reflect.getMetadata(PATH_METADATA, handler) : undefined;
  if (path === undefined) return [];
  const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler as object) as RequestMethod] as
    'GET' | 'POST';
  return [path].flat().map((part) => ({ method, path: join(prefix, String(part)) }));
}

const join = (...parts: string[]): string =>
  `/${parts
    .flatMap((part) => part.split('/'))
    .filter(Boolean)
    .join('/')}`;
