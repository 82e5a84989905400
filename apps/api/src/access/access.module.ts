import { Module } from '@nestjs/common';
import { ApiKeyRepository } from './api-key.repository.ts';
import { ApiKeysController } from './api-keys.controller.ts';
import { ApiKeysService } from './api-keys.service.ts';
import { OidcController } from './oidc.controller.ts';
import { OidcService } from './oidc.service.ts';
import { PeopleController } from './people.controller.ts';
import { PeopleService } from './people.service.ts';
import { PersonRepository } from './person.repository.ts';
import { SessionViewService } from './session-view.service.ts';
import { SessionRepository } from './session.repository.ts';
import { SessionsController } from './sessions.controller.ts';
import { SessionsService } from './sessions.service.ts';
import { SignInAttemptRepository } from './sign-in-attempt.repository.ts';
import { VerifierService } from './verifier.service.ts';

@Module({
  controllers: [SessionsController, OidcController, PeopleController, ApiKeysController],
  providers: [
    ...[PersonRepository, SessionRepository, SignInAttemptRepository, ApiKeyRepository],
    ...[VerifierService, SessionViewService, SessionsService, OidcService, PeopleService, ApiKeysService],
  ],
  exports: [VerifierService],
})
export class AccessModule {}
