import { createHash } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';

interface Content {
  html: string;
  bytes: number;
  pictureBytes?: number;
}

/**
 * Lessons that were published before their pictures were counted say what these weigh, as if they had been published
 * today; so the same text imported again is still no new version.
 */
export class CountPicturesOfLessons1795503000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const pictures: { sha256: string; bytes: number }[] = await runner.query(
      'SELECT sha256, bytes FROM course_pictures',
    );
    const bytesOf = new Map(pictures.map(({ sha256, bytes }) => [sha256, Number(bytes)]));
    await rewrite(runner, (content) => {
      const shown = new Set(
        [...content.html.matchAll(/src="\/pictures\/([\da-f]{64})"/g)].map(([, of]) => of),
      );
      const pictureBytes = [...shown].reduce((sum, of = '') => sum + (bytesOf.get(of) ?? 0), 0);
      return { ...content, pictureBytes };
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await rewrite(runner, (content) => ({ ...content, pictureBytes: undefined }));
  }
}

async function rewrite(runner: QueryRunner, change: (content: Content) => Content): Promise<void> {
  const versions: { id: number; brief: string }[] = await runner.query(
    "SELECT v.id, v.brief FROM activity_versions v JOIN activities a ON a.id = v.activity_id WHERE a.kind = 'lesson'",
  );
  for (const { id, brief } of versions) {
    const [row]: { content: string }[] = await runner.query(
      'SELECT content FROM activity_versions WHERE id = ?',
      [id],
    );
    const content = change(JSON.parse(row!.content) as Content);
    const text = JSON.stringify(content);
    const bytes = content.bytes + (content.pictureBytes ?? 0);
    await runner.query('UPDATE activity_versions SET content = ?, brief = ?, content_hash = ? WHERE id = ?', [
      text,
      JSON.stringify({ ...(JSON.parse(brief) as object), bytes }),
      createHash('sha256').update(text).digest('hex'),
      id,
    ]);
  }
}
