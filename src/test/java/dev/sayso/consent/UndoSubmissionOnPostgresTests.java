package dev.sayso.consent;

import dev.sayso.OnPostgres;

@OnPostgres
class UndoSubmissionOnPostgresTests extends UndoSubmissionTests {

}
