package dev.sayso.offer.collection;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.sayso.audit.AuditedChanges;
import dev.sayso.offer.Qualifier;
import dev.sayso.offer.Qualifiers;
import dev.sayso.shared.Actor;
import dev.sayso.shared.api.ProblemException.Fault;
import dev.sayso.store.ConfigurationPart;

/**
 * The qualifiers in the configuration file.
 */
@Component
@Order(40)
class QualifiersPart implements ConfigurationPart<QualifiersPart.QualifierItem> {

	private final Qualifiers qualifiers;

	private final QualifierManagement management;

	private final AuditedChanges changes;

	private final Clock clock;

	QualifiersPart(Qualifiers qualifiers, QualifierManagement management, AuditedChanges changes, Clock clock) {
		this.qualifiers = qualifiers;
		this.management = management;
		this.changes = changes;
		this.clock = clock;
	}

	/** A qualifier as the file has it. */
	record QualifierItem(@Nullable String key, @Nullable String name) implements Item {

		static QualifierItem of(Qualifier qualifier) {
			return new QualifierItem(qualifier.slug(), qualifier.name());
		}

	}

	@Override
	public String kind() {
		return "qualifiers";
	}

	@Override
	public Class<QualifierItem> type() {
		return QualifierItem.class;
	}

	@Override
	public Stream<QualifierItem> items() {
		return this.qualifiers.findAllByOrderByName()
			.stream()
			.sorted(Comparator.comparing(Qualifier::slug))
			.map(QualifierItem::of);
	}

	@Override
	public Optional<QualifierItem> find(String key) {
		return this.qualifiers.findBySlug(key).map(QualifierItem::of);
	}

	@Override
	public List<Fault> faults(QualifierItem written) {
		return Item.faults(written.key(), written.name());
	}

	@Override
	public QualifierItem apply(QualifierItem written, @Nullable QualifierItem before, Actor by) {
		if (written.equals(before)) {
			return before;
		}
		String key = Objects.requireNonNull(written.key());
		String name = Objects.requireNonNull(written.name());
		return QualifierItem.of(this.qualifiers.findBySlug(key)
			.map((qualifier) -> this.changes.edit(this.qualifiers, qualifier,
					qualifier.rename(name, this.clock.instant(), by.name()), by))
			.orElseGet(() -> this.changes.create(this.qualifiers,
					Qualifier.create(key, name, this.clock.instant(), by.name()), by)));
	}

	@Override
	public boolean prune(QualifierItem unnamed, Actor by) {
		return this.management.delete(this.qualifiers.get(Objects.requireNonNull(unnamed.key())).id(), by);
	}

}
