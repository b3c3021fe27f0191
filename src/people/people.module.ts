import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ActorSource } from '../platform/access/actor-source.js';
import { PersonDirectory } from '../platform/access/person-directory.js';
import { AccountController } from './account.controller.js';
import { AdministratorsService } from './administrators.service.js';
import { Campus, CampusName } from './campus.entity.js';
import { CampusesController } from './campuses.controller.js';
import { CampusOfficeService } from './campus-office.service.js';
import { CampusesService } from './campuses.service.js';
import { CredentialsService } from './credentials.service.js';
import { NewPeopleService } from './new-people.service.js';
import { PeopleDirectory } from './people-directory.service.js';
import { PeopleController } from './people.controller.js';
import { PeopleListService } from './people-list.service.js';
import { PeopleOfficeService } from './people-office.service.js';
import { PersonController } from './person.controller.js';
import { PersonEditsService } from './person-edits.service.js';
import { PeopleService } from './people.service.js';
import { Person } from './person.entity.js';
import { RoleHoldersService } from './role-holders.service.js';
import { RoleGrant } from './role-grant.entity.js';
import { SignIn } from './sign-in.entity.js';
import { SignInsController } from './sign-ins.controller.js';
import { SignInsService } from './sign-ins.service.js';
import { StudentRecord } from './student-record.entity.js';

/** Global, because the platform asks it who a visitor is. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Person, Campus, CampusName, StudentRecord, RoleGrant, SignIn])],
  controllers: [SignInsController, AccountController, PeopleController, PersonController, CampusesController],
  providers: [
    AdministratorsService,
    CampusesService,
    CampusOfficeService,
    CredentialsService,
    NewPeopleService,
    PeopleListService,
    PeopleOfficeService,
    PersonEditsService,
    PeopleService,
    RoleHoldersService,
    SignInsService,
    { provide: ActorSource, useExisting: SignInsService },
    { provide: PersonDirectory, useClass: PeopleDirectory },
  ],
  exports: [
    AdministratorsService,
    ActorSource,
    PersonDirectory,
    CampusesService,
    CredentialsService,
    NewPeopleService,
    PeopleService,
    RoleHoldersService,
    SignInsService,
  ],
})
export class PeopleModule {}
