import { Global, Module } from '@nestjs/common';
import { BegunWork } from '../courses/begun-work.js';
import { BegunWorkService } from './begun-work.service.js';

/** Global, because publishing asks it, which is of an earlier feature. */
@Global()
@Module({ providers: [{ provide: BegunWork, useClass: BegunWorkService }], exports: [BegunWork] })
export class BegunWorkModule {}
