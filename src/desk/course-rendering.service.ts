import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import type { Course } from '../courses/course.entity.js';
import { Fact } from '../courses/fact.entity.js';
import { factText } from '../courses/fact-text.js';
import { PicturesService } from '../courses/pictures.service.js';
import type { Rendering } from '../courses/rendering.js';
import { Dictionary } from '../platform/i18n/words.js';
import type { PicturePlace } from '../platform/markdown/reading.js';

/** How texts of a course are rendered, and what they may refer to. */
export interface CourseRendering {
  rendering: Rendering;
  facts: ReadonlySet<string>;
  pictures: ReadonlyMap<string, PicturePlace>;
}

/** Texts are rendered in the course's own language, with its facts and pictures of now. */
@Injectable()
export class CourseRenderingService {
  constructor(
    @InjectRepository(Fact) private readonly facts: Repository<Fact>,
    private readonly pictures: PicturesService,
    private readonly dictionary: Dictionary,
  ) {}

  async of({ id, language }: Pick<Course, 'id' | 'language'>): Promise<CourseRendering> {
    const words = this.dictionary.in(language);
    const facts = await this.facts.findBy({ courseId: id });
    const texts = new Map(facts.map((fact) => [fact.key, factText(fact, words)]));
    const pictures = await this.pictures.places(id);
    return {
      rendering: { words, fact: (key) => texts.get(key), picture: (name) => pictures.get(name) },
      facts: new Set(texts.keys()),
      pictures,
    };
  }
}
