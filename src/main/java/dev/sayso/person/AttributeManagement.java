package dev.sayso.person;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.audit.Audit;
import dev.sayso.audit.AuditSubject;
import dev.sayso.audit.FieldChange;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Ids;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.StaleEditException;

/**
 * Declares, edits and removes attributes, each with its entry in the audit.
 */
@Component
class AttributeManagement {

	private final Attributes attributes;

	private final Audit audit;

	private final Clock clock;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	AttributeManagement(Attributes attributes, Audit audit, Clock clock, JdbcClient jdbc,
			ApplicationEventPublisher events) {
		this.attributes = attributes;
		this.audit = audit;
		this.clock = clock;
		this.jdbc = jdbc;
		this.events = events;
	}

	/**
	 * How many people have a value.
	 */
	int used(Attribute attribute) {
		return this.jdbc.sql("select count(*) from profile_attribute where attribute_id = :id")
			.param("id", attribute.id())
			.query(Integer.class)
			.single();
	}

	/**
	 * Declares one.
	 * @throws org.springframework.dao.DuplicateKeyException when the name is taken
	 */
	@Transactional
	Attribute declare(AttributeForm form, Actor by) {
		Attribute declared = this.attributes.save(new Attribute(Ids.next(), null, form.name(), form.label(), type(form),
				options(form), this.clock.instant()));
		this.audit.write(by, "created", subject(declared), FieldChange.between(Map.of(), fields(declared)));
		this.events.publishEvent(new AttributesChanged());
		return declared;
	}

	/**
	 * Changes how it reads, and its type as long as nobody has a value.
	 */
	@Transactional
	Attribute edit(UUID id, AttributeForm form, Actor by) {
		Attribute before = this.attributes.findById(id).orElseThrow(() -> new NotFoundException("attribute " + id));
		if (form.version() != null && !form.version().equals(before.version())) {
			throw new StaleEditException("attribute " + id);
		}
		Attribute.Type type = (used(before) == 0) ? type(form) : before.type();
		String options = (type == Attribute.Type.ONE_OF) ? options(form) : "";
		Attribute edited = new Attribute(id, before.version(), before.name(), form.label(), type, options,
				before.createdAt());
		List<FieldChange> changes = FieldChange.between(fields(before), fields(edited));
		if (changes.isEmpty()) {
			return before;
		}
		this.audit.write(by, "edited", subject(edited), changes);
		this.events.publishEvent(new AttributesChanged());
		return this.attributes.save(edited);
	}

	/**
	 * Removes one with everybody's values.
	 */
	@Transactional
	void remove(Attribute attribute, Actor by) {
		this.attributes.delete(attribute);
		this.audit.write(by, "deleted", subject(attribute), FieldChange.between(fields(attribute), Map.of()));
		this.events.publishEvent(new AttributesChanged());
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

	private static AuditSubject subject(Attribute attribute) {
		return new AuditSubject("attribute", attribute.id().toString(), attribute.label());
	}

	private static Map<String, Object> fields(Attribute attribute) {
		return Map.of("name", attribute.name(), "label", attribute.label(), "type", attribute.type(), "options",
				attribute.options());
	}

}
