package dev.sayso.landing.configuration;

import dev.sayso.OnPostgres;

@OnPostgres
class PagesPartOnPostgresTests extends PagesPartTests {

}
