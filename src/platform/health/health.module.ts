import { Module } from '@nestjs/common';
import { HealthEndpoints } from './health-endpoints.js';
import { Metrics } from './metrics.js';
import { ReadinessProbe } from './readiness.js';

@Module({ providers: [HealthEndpoints, Metrics, ReadinessProbe], exports: [HealthEndpoints, Metrics] })
export class HealthModule {}
