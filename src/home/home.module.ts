import { Global, Module } from '@nestjs/common';
import { AttendanceModule } from '../attendance/attendance.module.js';
import { CohortsModule } from '../cohorts/cohorts.module.js';
import { Navigation } from '../platform/web/navigation.js';
import { HomeController } from './home.controller.js';
import { WorkdayService } from './workday.service.js';
import { ProductNavigation } from './navigation.service.js';

/** Composes the features into the first page of each role, and the frame's navigation; nothing imports it. */
@Global()
@Module({
  imports: [AttendanceModule, CohortsModule],
  controllers: [HomeController],
  providers: [WorkdayService, { provide: Navigation, useClass: ProductNavigation }],
  exports: [Navigation],
})
export class HomeModule {}
