package dev.sayso.audience;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.sayso.condition.BrokenUsesException;
import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionFault;
import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.ConditionMessages;
import dev.sayso.condition.FactUsage;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.shared.Actor;
import dev.sayso.shared.api.ProblemException;
import dev.sayso.shared.api.ProblemException.Fault;
import dev.sayso.store.ArchivableItem;
import dev.sayso.store.ConfigurationPart;

/**
 * The audiences in the configuration file: conditions, and fixed lists without those who
 * are on them, since people are no configuration.
 */
@Component
@Order(20)
class AudiencesPart implements ConfigurationPart<AudiencesPart.AudienceItem> {

	private final Audiences audiences;

	private final AudienceManagement management;

	private final ConditionMessages messages;

	AudiencesPart(Audiences audiences, AudienceManagement management, ConditionMessages messages) {
		this.audiences = audiences;
		this.management = management;
		this.messages = messages;
	}

	/**
	 * An audience as the file has it.
	 *
	 * @param status {@code active} or {@code archived}; null for as it is
	 * @param condition null for a list
	 * @param list true for a fixed list; null for what is none
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record AudienceItem(@Nullable String key, @Nullable String name, @Nullable String description,
			@Nullable String status, @Nullable Object condition, @Nullable Boolean list) implements ArchivableItem {

		static AudienceItem of(Audience audience) {
			return new AudienceItem(audience.slug(), audience.name(), audience.description(),
					ArchivableItem.status(audience.isArchived()),
					audience.isList() ? null : ConditionJson.tree(audience.definition()),
					audience.isList() ? true : null);
		}

		boolean isList() {
			return Boolean.TRUE.equals(this.list);
		}

		/**
		 * The condition; null for a list.
		 * @throws InvalidConditionException when it has not the shape of one
		 */
		@Nullable Condition parsed() {
			return (this.condition != null) ? ConditionJson.read(JsonMapper.shared().valueToTree(this.condition))
					: null;
		}

	}

	@Override
	public String kind() {
		return "audiences";
	}

	@Override
	public boolean definesFacts() {
		return true;
	}

	@Override
	public Class<AudienceItem> type() {
		return AudienceItem.class;
	}

	@Override
	public Stream<AudienceItem> items() {
		return this.audiences.findAllByOrderByName()
			.stream()
			.sorted(Comparator.comparing(Audience::slug))
			.map(AudienceItem::of);
	}

	@Override
	public Optional<AudienceItem> find(String key) {
		return this.audiences.findBySlug(key).map(AudienceItem::of);
	}

	@Override
	public List<Fault> faults(AudienceItem written) {
		List<Fault> faults = written.faults(AudienceForm.RESERVED);
		if (written.isList() == (written.condition() != null)) {
			faults.add(written.isList() ? new Fault("/list", "has no condition beside it")
					: new Fault("/condition", MISSING));
		}
		try {
			written.parsed();
		}
		catch (InvalidConditionException ex) {
			faults.addAll(told(ex.faults()));
		}
		return faults;
	}

	@Override
	public Set<String> needs(AudienceItem written) {
		Condition condition = written.parsed();
		return (condition != null) ? AudienceFacts.in(condition) : Set.of();
	}

	@Override
	public AudienceItem apply(AudienceItem written, @Nullable AudienceItem before, Actor by) {
		String name = Objects.requireNonNull(written.name());
		String description = Objects.requireNonNullElse(written.description(), "");
		String status = written.status(before);
		Condition condition = written.parsed();
		AudienceItem meant = new AudienceItem(written.key(), name, description, status,
				(condition != null) ? ConditionJson.tree(condition) : null, written.isList() ? true : null);
		if (meant.equals(before)) {
			return before;
		}
		if (before != null && before.isList() != written.isList()) {
			throw ProblemException.faulty(List.of(new Fault(written.isList() ? "/list" : "/condition",
					"cannot change between a list and a condition")));
		}
		try {
			Audience audience = this.audiences.findBySlug(Objects.requireNonNull(written.key())).orElse(null);
			Audience saved = (audience == null)
					? this.management.create(Objects.requireNonNull(written.key()), name, description, condition, by)
					: this.management.edit(audience.id(), Objects.requireNonNull(audience.version()), name, description,
							condition, false, by);
			return AudienceItem.of(this.management.archive(saved.id(), "archived".equals(status), by));
		}
		catch (InvalidConditionException ex) {
			throw ProblemException.faulty(told(ex.faults()));
		}
		catch (BrokenUsesException ex) {
			throw ProblemException.faulty(List.of(new Fault("/condition", "breaks what is built on it: "
					+ ex.uses().stream().map(FactUsage.Use::name).limit(3).collect(Collectors.joining(", ")))));
		}
	}

	@Override
	public boolean prune(AudienceItem unnamed, Actor by) {
		Audience audience = this.audiences.get(Objects.requireNonNull(unnamed.key()));
		return !audience.isArchived() && this.management.archive(audience.id(), true, by).isArchived();
	}

	private List<Fault> told(List<ConditionFault> faults) {
		Locale reader = LocaleContextHolder.getLocale();
		return faults.stream()
			.map((fault) -> new Fault("/condition" + fault.pointer(), this.messages.fault(fault, reader)))
			.toList();
	}

}
