package dev.sayso.profile;

import dev.sayso.OnPostgres;

@OnPostgres
class HistoryOnPostgresTests extends HistoryTests {

}
