import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { EntityManager, Repository } from 'typeorm';
import { Dictionary, type Words } from '../platform/i18n/words.js';
import type { FilePlace, PicturePlace } from '../platform/markdown/reading.js';
import { termFinder } from '../platform/markdown/term-finder.js';
import { CourseFilesService } from './course-files.service.js';
import { aboutFile } from './course-file-kind.js';
import { Course } from './course.entity.js';
import { factText } from './fact-text.js';
import { Fact } from './fact.entity.js';
import { spelledTerm } from './glossary-term.js';
import { GlossaryService } from './glossary.service.js';
import { PicturesService } from './pictures.service.js';
import type { Rendering } from './rendering.js';

/** What the texts of a course are rendered with, and what they may refer to. */
export interface CourseRendering {
  /** The words of its language, its facts, pictures, files and glossary of today. */
  rendering: Rendering;
  /** Keys. */
  facts: ReadonlySet<string>;
  /** By name. */
  pictures: ReadonlyMap<string, PicturePlace>;
  /** By name. */
  files: ReadonlyMap<string, FilePlace>;
}

@Injectable()
export class CourseRenderingService {
  constructor(
    @InjectRepository(Course) private readonly courses: Repository<Course>,
    private readonly pictures: PicturesService,
    private readonly files: CourseFilesService,
    private readonly glossary: GlossaryService,
    private readonly dictionary: Dictionary,
  ) {}

  /** As a unit of work sees them where its manager is given. */
  async of(courseId: number, manager: EntityManager = this.courses.manager): Promise<CourseRendering> {
    const { language } = await manager.findOneByOrFail(Course, { id: courseId });
    const words = this.dictionary.in(language);
    const facts = await manager.findBy(Fact, { courseId });
    const texts = new Map(facts.map((fact) => [fact.key, factText(fact, words)]));
    const pictures = await this.pictures.places(courseId, manager);
    const files = await this.filePlaces(courseId, words, manager);
    const terms = await this.glossary.of(courseId, manager);
    return {
      rendering: {
        words,
        fact: (key) => texts.get(key),
        picture: (name) => pictures.get(name),
        file: (name) => files.get(name),
        glossary: termFinder(terms.map(spelledTerm)),
      },
      facts: new Set(texts.keys()),
      pictures,
      files,
    };
  }

  private async filePlaces(courseId: number, words: Words, manager: EntityManager) {
    const files = await this.files.current(courseId, manager);
    return new Map(
      files.map((file) => [
        file.name,
        { href: `/files/${file.sha256}/${file.name}`, about: aboutFile(file, words) },
      ]),
    );
  }
}
