package dev.sayso.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.sayso.condition.BrokenUsesException;
import dev.sayso.condition.FactUsage;
import dev.sayso.person.Attribute;
import dev.sayso.person.AttributeManagement;
import dev.sayso.person.Attributes;
import dev.sayso.shared.Actor;
import dev.sayso.shared.api.ProblemException;
import dev.sayso.shared.api.ProblemException.Fault;
import dev.sayso.store.ConfigurationPart;

/**
 * The attributes in the configuration file. None is ever removed by one: with it would go
 * what people's profiles hold.
 */
@Component
@Order(10)
class AttributesPart implements ConfigurationPart<AttributesPart.AttributeItem> {

	private final Attributes attributes;

	private final AttributeManagement management;

	AttributesPart(Attributes attributes, AttributeManagement management) {
		this.attributes = attributes;
		this.management = management;
	}

	/**
	 * An attribute as the file has it.
	 *
	 * @param type {@code text}, {@code number}, {@code date}, {@code boolean} or
	 * {@code one-of}
	 * @param options what there is to choose from; null for what is no choice
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record AttributeItem(@Nullable String key, @Nullable String name, @Nullable String type,
			@Nullable List<String> options) implements Item {

		static AttributeItem of(Attribute attribute) {
			return new AttributeItem(attribute.name(), attribute.label(), word(attribute.type()),
					(attribute.type() == Attribute.Type.ONE_OF) ? attribute.choices() : null);
		}

		private static String word(Attribute.Type type) {
			return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

		static Optional<Attribute.Type> type(@Nullable String word) {
			return Arrays.stream(Attribute.Type.values()).filter((type) -> word(type).equals(word)).findFirst();
		}

		String lines() {
			return (this.options != null) ? this.options.stream().map(String::strip).collect(Collectors.joining("\n"))
					: "";
		}

	}

	@Override
	public String kind() {
		return "attributes";
	}

	@Override
	public boolean definesFacts() {
		return true;
	}

	@Override
	public Class<AttributeItem> type() {
		return AttributeItem.class;
	}

	@Override
	public Stream<AttributeItem> items() {
		return this.attributes.findAllByOrderByLabel()
			.stream()
			.sorted(Comparator.comparing(Attribute::name))
			.map(AttributeItem::of);
	}

	@Override
	public Optional<AttributeItem> find(String key) {
		return this.attributes.findByName(key).map(AttributeItem::of);
	}

	@Override
	public List<Fault> faults(AttributeItem written) {
		List<Fault> faults = new ArrayList<>();
		if (written.key() == null) {
			faults.add(new Fault("/key", MISSING));
		}
		else if (!written.key().matches("[A-Za-z][A-Za-z0-9_]{0,59}")) {
			faults.add(new Fault("/key", "is no key"));
		}
		Item.faults("any", written.name()).forEach(faults::add);
		Optional<Attribute.Type> type = AttributeItem.type(written.type());
		if (type.isEmpty()) {
			faults.add(new Fault("/type", (written.type() == null) ? MISSING : UNKNOWN));
		}
		boolean chosen = type.filter(Attribute.Type.ONE_OF::equals).isPresent();
		if (chosen && written.lines().isBlank()) {
			faults.add(new Fault("/options", MISSING));
		}
		if (type.isPresent() && !chosen && written.options() != null) {
			faults.add(new Fault("/options", "belongs to one-of alone"));
		}
		if (written.options() != null && written.options().stream().anyMatch((option) -> option.length() > 1000)) {
			faults.add(new Fault("/options", "has an option longer than 1000 characters"));
		}
		return faults;
	}

	@Override
	public AttributeItem apply(AttributeItem written, @Nullable AttributeItem before, Actor by) {
		String key = Objects.requireNonNull(written.key());
		String label = Objects.requireNonNull(written.name());
		Attribute.Type type = AttributeItem.type(written.type()).orElseThrow();
		if (before == null) {
			return AttributeItem.of(this.management.declare(key, label, type, written.lines(), by));
		}
		if (before.equals(written)) {
			return before;
		}
		Attribute attribute = this.attributes.findByName(key).orElseThrow();
		if (attribute.type() != type && this.management.used(attribute) > 0) {
			throw ProblemException.faulty(List.of(new Fault("/type", "cannot change while people have a value")));
		}
		try {
			return AttributeItem
				.of(this.management.edit(attribute.id(), null, label, type, written.lines(), false, by));
		}
		catch (BrokenUsesException ex) {
			throw ProblemException.faulty(List.of(new Fault("", "breaks what is built on it: "
					+ ex.uses().stream().map(FactUsage.Use::name).limit(3).collect(Collectors.joining(", ")))));
		}
	}

	@Override
	public boolean prune(AttributeItem unnamed, Actor by) {
		return false;
	}

}
