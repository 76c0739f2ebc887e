package dev.sayso.exchange.imports;

import dev.sayso.OnPostgres;

@OnPostgres
class ExportedFilesOnPostgresTests extends ExportedFilesTests {

}
