package dev.sayso.audit;

import dev.sayso.OnPostgres;

@OnPostgres
class AuditLogOnPostgresTests extends AuditLogTests {

}
