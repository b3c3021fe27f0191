import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { CampusesService } from './campuses.service.js';
import { Person } from './person.entity.js';
import { fullName } from './person-name.js';
import { StudentRecord } from './student-record.entity.js';

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
  constructor(
    @InjectRepository(Person) private readonly people: Repository<Person>,
    @InjectRepository(StudentRecord) private readonly students: Repository<StudentRecord>,
    private readonly campuses: CampusesService,
  ) {}

  async profile(personId: number): Promise<Profile> {
    const person = await this.people.findOneByOrFail({ id: personId });
    const student = await this.students.findOne({ where: { personId }, order: { id: 'DESC' } });
    const [campus] = student ? await this.campuses.named([student.campusId]) : [];
    return {
      fullName: fullName(person),
      email: person.emailNorm ?? '',
      phone: person.phoneNorm ?? '',
      nim: student?.nim ?? '',
      campus: campus?.name ?? '',
      studyProgramme: student?.studyProgramme ?? '',
    };
  }
}
