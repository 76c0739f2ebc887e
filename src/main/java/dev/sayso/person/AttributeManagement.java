package dev.sayso.person;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.audit.AuditedChanges;
import dev.sayso.condition.FactUsages;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Ids;

/**
 * Declares and changes attributes, each change with its entry in the audit.
 */
@Component
public class AttributeManagement {

	private final Attributes attributes;

	private final AuditedChanges changes;

	private final Clock clock;

	private final JdbcClient jdbc;

	private final FactUsages usages;

	AttributeManagement(Attributes attributes, AuditedChanges changes, Clock clock, JdbcClient jdbc,
			FactUsages usages) {
		this.attributes = attributes;
		this.changes = changes;
		this.clock = clock;
		this.jdbc = jdbc;
		this.usages = usages;
	}

	/**
	 * Declares one.
	 * @throws org.springframework.dao.DuplicateKeyException when the name is taken
	 */
	@Transactional
	public Attribute declare(String name, String label, Attribute.Type type, String options, Actor by) {
		return this.changes.create(this.attributes,
				new Attribute(Ids.next(), null, name, label, type, options(type, options), this.clock.instant()), by);
	}

	/**
	 * Changes how it reads, and its type as long as nobody has a value.
	 * @param seen the version that was shown; null for whichever there is
	 * @param anyway changes it also where something that is built on it breaks
	 * @throws dev.sayso.shared.StaleEditException when somebody else saved since
	 * @throws dev.sayso.condition.BrokenUsesException with what would break
	 */
	@Transactional
	public Attribute edit(UUID id, @Nullable Integer seen, String label, Attribute.Type type, String options,
			boolean anyway, Actor by) {
		return this.usages.change(AttributeFacts.name(this.attributes.get(id)), anyway, () -> {
			Attribute before = (seen != null) ? this.attributes.get(id, seen) : this.attributes.get(id);
			Attribute.Type kept = (used(before) == 0) ? type : before.type();
			return this.changes.edit(this.attributes, before, new Attribute(id, before.version(), before.name(), label,
					kept, options(kept, options), before.createdAt()), by);
		});
	}

	/**
	 * Removes it with everybody's values.
	 * @throws dev.sayso.condition.BrokenUsesException with what would break
	 */
	@Transactional
	void remove(Attribute attribute, boolean anyway, Actor by) {
		this.usages.change(AttributeFacts.name(attribute), anyway, () -> {
			this.changes.delete(this.attributes, attribute, by);
			return attribute;
		});
	}

	/** How many people have a value. */
	public int used(Attribute attribute) {
		return this.jdbc.sql("select count(*) from profile_attribute where attribute_id = :id")
			.param("id", attribute.id())
			.query(Integer.class)
			.single();
	}

	private static String options(Attribute.Type type, String options) {
		List<String> lines = options.lines().map(String::strip).filter((line) -> !line.isEmpty()).distinct().toList();
		return (type == Attribute.Type.ONE_OF) ? String.join("\n", lines) : "";
	}

}
