import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { Missing } from '../platform/access/refusals.js';
import { nameOnDay } from './campus-names.js';
import { Person } from './person.entity.js';
import { fullName } from './person-name.js';

/** What a person may read of themselves. Texts are '' where there is nothing. */
export interface Profile {
  fullName: string;
  email: string;
  phone: string;
  nim: string;
  campus: string;
  studyProgramme: string;
}

@Injectable()
export class PeopleService {
  constructor(@InjectRepository(Person) private readonly people: Repository<Person>) {}

  async profile(personId: number): Promise<Profile> {
    const rows = await this.people.query<ProfileRow[]>(PROFILE, [personId]);
    const [person] = rows;
    if (!person) throw new Missing('person');
    const names = rows.flatMap(({ campus, shortName, validFrom }) =>
      campus === null ? [] : [{ name: campus, shortName, validFrom }],
    );
    return {
      fullName: fullName(person),
      email: person.emailNorm ?? '',
      phone: person.phoneNorm ?? '',
      nim: person.nim ?? '',
      campus: nameOnDay(names, LAST_DAY).name,
      studyProgramme: person.studyProgramme ?? '',
    };
  }
}

/** Campuses bear the last of their names. */
const LAST_DAY = '9999-12-31';

/** A row for each name of the campus of the latest student record. */
const PROFILE = `
  SELECT p.name_before AS nameBefore, p.name, p.name_after AS nameAfter, p.email_norm AS emailNorm,
         p.phone_norm AS phoneNorm, r.nim, r.study_programme AS studyProgramme,
         n.name AS campus, n.short_name AS shortName, n.valid_from AS validFrom
    FROM people p
    LEFT JOIN student_records r
      ON r.id = (SELECT MAX(latest.id) FROM student_records latest WHERE latest.person_id = p.id)
    LEFT JOIN campus_names n ON n.campus_id = r.campus_id
   WHERE p.id = ?`;

interface ProfileRow extends Pick<Person, 'nameBefore' | 'name' | 'nameAfter' | 'emailNorm' | 'phoneNorm'> {
  nim: string | null;
  studyProgramme: string | null;
  campus: string | null;
  shortName: string;
  validFrom: string;
}
