package dev.sayso.contact.events;

import dev.sayso.audit.AuditedRepository;

/**
 * How connectors are mapped, by their ids.
 */
interface EventMappings extends AuditedRepository<EventMapping> {

}
