package dev.sayso.home.configuration;

import dev.sayso.OnPostgres;

@OnPostgres
class ConfigurationOnPostgresTests extends ConfigurationTests {

}
