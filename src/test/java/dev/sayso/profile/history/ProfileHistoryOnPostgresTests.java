package dev.sayso.profile.history;

import dev.sayso.OnPostgres;

@OnPostgres
class ProfileHistoryOnPostgresTests extends ProfileHistoryTests {

}
