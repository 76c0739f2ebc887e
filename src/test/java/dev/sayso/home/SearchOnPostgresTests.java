package dev.sayso.home;

import dev.sayso.OnPostgres;

@OnPostgres
class SearchOnPostgresTests extends SearchTests {

}
