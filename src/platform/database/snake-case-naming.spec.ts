import { SnakeCaseNaming } from './snake-case-naming.js';

const naming = new SnakeCaseNaming();

describe('the name of a column', () => {
  it.each([
    ['name', 'name'],
    ['nameBefore', 'name_before'],
    ['lastSeenAt', 'last_seen_at'],
    ['sha256', 'sha256'],
    ['base64Text', 'base64_text'],
  ])('%s is %s', (property, column) => {
    expect(naming.columnName(property, undefined, [])).toBe(column);
  });

  it('may be given', () => {
    expect(naming.columnName('order', 'position', [])).toBe('position');
  });

  it('of a reference ends in the key that it refers to', () => {
    expect(naming.joinColumnName('studyProgramme', 'id')).toBe('study_programme_id');
  });
});
