import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { EntityManager, Repository } from 'typeorm';
import type { ActivityKind } from './activity.entity.js';
import { Activity } from './activity.entity.js';

/** A published text that shows a fact. */
export interface ShowingText {
  id: number;
  kind: ActivityKind;
  title: string;
  /** Of its session, `P4`. */
  session: string;
}

/** Which texts show which facts. */
@Injectable()
export class FactTextsService {
  constructor(@InjectRepository(Activity) private readonly activities: Repository<Activity>) {}

  /** By the fact's key, in the order of the syllabus; as a unit of work sees it where its manager is given. One query. */
  async of(
    courseId: number,
    manager: EntityManager = this.activities.manager,
  ): Promise<ReadonlyMap<string, ShowingText[]>> {
    const rows = await manager.query<TextRow[]>(TEXTS, [courseId]);
    const texts = new Map<string, ShowingText[]>();
    for (const { content, ...text } of rows)
      for (const key of (JSON.parse(content) as { facts: string[] }).facts)
        texts.set(key, [...(texts.get(key) ?? []), text]);
    return texts;
  }
}

interface TextRow extends ShowingText {
  content: string;
}

const TEXTS = `
  SELECT a.id, a.kind, a.title, s.key AS session, v.content
    FROM activities a
    JOIN sessions s ON s.id = a.session_id
    JOIN activity_versions v ON v.id = a.current_version_id
   WHERE a.course_id = ? AND a.kind IN ('lesson', 'assignment') AND v.content LIKE '%{fakta:%'
   ORDER BY s.number, a.position`;
