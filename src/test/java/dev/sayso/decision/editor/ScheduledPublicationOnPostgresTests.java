package dev.sayso.decision.editor;

import dev.sayso.OnPostgres;

@OnPostgres
class ScheduledPublicationOnPostgresTests extends ScheduledPublicationTests {

}
