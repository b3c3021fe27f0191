import type { Requirement } from '../../results/requirement.js';
import { pointsOf, type WrittenFields } from './write-yaml.js';

/** A requirement as `course.yaml` tells it: thresholds that are scores in points, the others as they are. */
export function requirementFields(requirement: Requirement): WrittenFields {
  switch (requirement.kind) {
    case 'finalScore':
    case 'criticalAspects':
    case 'componentScore':
      return { ...requirement, min: pointsOf(requirement.min) };
    default:
      return { ...requirement };
  }
}
