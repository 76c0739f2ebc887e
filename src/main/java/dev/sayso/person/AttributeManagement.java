package dev.sayso.person;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.audit.AuditedChanges;
import dev.sayso.audit.FieldChange;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Ids;
import dev.sayso.shared.StaleEditException;

/**
 * Declares, edits and removes attributes, each with its entry in the audit.
 */
@Component
class AttributeManagement {

	private final Attributes attributes;

	private final AuditedChanges changes;

	private final Clock clock;

	private final JdbcClient jdbc;

	AttributeManagement(Attributes attributes, AuditedChanges changes, Clock clock, JdbcClient jdbc) {
		this.attributes = attributes;
		this.changes = changes;
		this.clock = clock;
		this.jdbc = jdbc;
	}

	int used(Attribute attribute) {
		return this.jdbc.sql("select count(*) from profile_attribute where attribute_id = :id")
			.param("id", attribute.id())
			.query(Integer.class)
			.single();
	}

	@Transactional
	Attribute declare(AttributeForm form, Actor by) {
		return this.changes.create(this.attributes, new Attribute(Ids.next(), null, form.name(), form.label(),
				type(form), options(form), this.clock.instant()), by);
	}

	/**
	 * Changes how it reads, and its type as long as nobody has a value.
	 * @throws dev.sayso.shared.StaleEditException when somebody else saved since
	 */
	@Transactional
	Attribute edit(UUID id, AttributeForm form, Actor by) {
		Attribute before = (form.version() != null) ? this.attributes.get(id, form.version()) : this.attributes.get(id);
		Attribute.Type type = (used(before) == 0) ? type(form) : before.type();
		String options = (type == Attribute.Type.ONE_OF) ? options(form) : "";
		return this.changes.edit(this.attributes, before,
				new Attribute(id, before.version(), before.name(), form.label(), type, options, before.createdAt()),
				by);
	}

	@Transactional
	void remove(Attribute attribute, Actor by) {
		this.attributes.delete(attribute);
		this.changes.record(attribute, "deleted", FieldChange.between(attribute.fields(), Map.of()), by);
	}

	private static Attribute.Type type(AttributeForm form) {
		return (form.type() != null) ? form.type() : Attribute.Type.TEXT;
	}

	private static String options(AttributeForm form) {
		return (form.type() == Attribute.Type.ONE_OF)
				? String.join("\n",
						form.options().lines().map(String::strip).filter((line) -> !line.isEmpty()).distinct().toList())
				: "";
	}

}
