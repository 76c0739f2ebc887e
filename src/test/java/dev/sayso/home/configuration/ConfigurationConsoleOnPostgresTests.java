package dev.sayso.home.configuration;

import dev.sayso.OnPostgres;

@OnPostgres
class ConfigurationConsoleOnPostgresTests extends ConfigurationConsoleTests {

}
