import type { CoursePack, PackActivity, PackMedium, PackSession } from './course-pack.js';
import { assignmentFile } from './files/assignment-file.js';
import { courseFile } from './files/course-file.js';
import { factsFile } from './files/facts-file.js';
import { glossaryFile } from './files/glossary-file.js';
import { readLesson } from './files/lesson-file.js';
import { FILES, type MediaFolder, PICTURES, readMedium } from './files/medium-file.js';
import { questionsFile } from './files/questions-file.js';
import { quizFile } from './files/quiz-file.js';
import { sessionFile } from './files/session-file.js';
import type { BuildFrom } from './pack-fields.js';
import { PackNames } from './pack-names.js';
import { type PackProblem, PackProblems } from './pack-problem.js';
import { PackReferences } from './pack-references.js';
import { PackTexts } from './pack-texts.js';
import { QuizPools } from './quiz-pools.js';
import { readYaml } from './read-yaml.js';

/** A pack's files by path from its root (`sessions/01-…/lesson.md`), as they come from a folder or an archive. */
export type PackFiles = ReadonlyMap<string, Uint8Array>;

type PackReading = { pack: CoursePack; problems?: undefined } | { pack?: undefined; problems: PackProblem[] };

/**
 * Reads a whole course from its files. Either all is right, or every problem is told with its file and line: a pack
 * with problems gives no course, for half a course would reach learners. The format: docs/content-packs.md.
 */
export function readPack(files: PackFiles): PackReading {
  const problems = new PackProblems();
  const pack = new PackReader(new PackTexts(files, problems), problems).read();
  return pack && problems.count === 0 ? { pack } : { problems: problems.all() };
}

class PackReader {
  private readonly names: PackNames;
  private readonly pools = new QuizPools();
  private references = new PackReferences({});

  constructor(
    private readonly texts: PackTexts,
    private readonly problems: PackProblems,
  ) {
    this.names = new PackNames(problems);
  }

  read(): CoursePack | undefined {
    const course = this.yaml('course.yaml', courseFile(this.names));
    const facts = this.optionalYaml('facts.yaml', factsFile(this.names)) ?? [];
    const glossary = this.optionalYaml('glossary.yaml', glossaryFile(this.names)) ?? [];
    const pictures = this.readMedia(PICTURES);
    const files = this.readMedia(FILES);
    this.references = new PackReferences({
      facts: new Set(facts.map(({ key }) => key)),
      pictures: new Set(pictures.map(({ name }) => name)),
      files: new Set(files.map(({ name }) => name)),
    });
    const sessions = this.readSessions();
    this.reportUnused(PICTURES, pictures);
    this.reportUnused(FILES, files);
    if (course) this.names.settle();
    this.pools.settle(sessions);
    this.texts.reportUntaken();
    return course && { ...course, facts, glossary, pictures, files, sessions };
  }

  private readMedia(folder: MediaFolder): PackMedium[] {
    return this.texts
      .takeAll(folder.name)
      .flatMap(([path, bytes]) => readMedium(folder, path, bytes, this.problems) ?? [])
      .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** Nobody would ever see it, so its reference is mistyped somewhere. */
  private reportUnused(folder: MediaFolder, media: readonly PackMedium[]): void {
    for (const { name } of media)
      if (!this.references.mentioned[folder.name].has(name))
        this.problems.report(`${folder.name}/${name}`, 1, folder.problems.unused);
  }

  private readSessions(): PackSession[] {
    const folders = this.texts.folders('sessions');
    if (folders.length === 0) this.problems.report('sessions/01/session.yaml', 1, 'missingFile');
    return folders
      .flatMap((folder) => this.readSession(folder) ?? [])
      .toSorted((a, b) => a.number - b.number);
  }

  private readSession(folder: string): PackSession | undefined {
    const read = this.yaml(`${folder}/session.yaml`, sessionFile(this.names));
    if (!read) {
      this.texts.skip(folder);
      return undefined;
    }
    const { files, ...session } = read;
    const bank = questionsFile(this.names, session.key);
    return {
      ...session,
      questions: this.optionalYaml(`${folder}/questions.yaml`, bank) ?? [],
      activities: files.flatMap(
        (file, index) => this.readActivity(`${folder}/${file}`, session, index + 1) ?? [],
      ),
    };
  }

  /** The name of a file tells what it holds; `session.yaml` takes no other names. */
  private readActivity(file: string, session: Named, position: number): PackActivity | undefined {
    const { names, pools, problems, references } = this;
    const kind = /\/(lesson|quiz|task)[^/]*$/.exec(file)?.[1];
    if (kind === 'quiz') return this.yaml(file, quizFile({ names, pools, session: session.key, position }));
    if (kind === 'task') return this.yaml(file, assignmentFile(names, position, references));
    const text = this.texts.take(file);
    return text && readLesson(text, { names, problems, position, references });
  }

  private yaml<T>(file: string, build: BuildFrom<T>): T | undefined {
    const text = this.texts.take(file);
    return text && readYaml(text, this.problems, build);
  }

  private optionalYaml<T>(file: string, build: BuildFrom<T>): T | undefined {
    return this.texts.has(file) ? this.yaml(file, build) : undefined;
  }
}

type Named = Pick<PackSession, 'key'>;
