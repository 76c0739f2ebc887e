package dev.sayso.shared;

import dev.sayso.OnPostgres;

/**
 * The same on PostgreSQL.
 */
@OnPostgres
class QuestionsOnPostgresTests extends QuestionsTests {

}
