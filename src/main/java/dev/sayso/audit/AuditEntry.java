package dev.sayso.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.sayso.shared.Actor;

record AuditEntry(long seq, UUID id, Instant at, Actor actor, String action, AuditSubject subject,
		List<FieldChange> changes) {

}
