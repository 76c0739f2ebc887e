package dev.sayso;

@OnPostgres
class WidestTextsOnPostgresTests extends WidestTextsTests {

}
